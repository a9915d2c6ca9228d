REM Fills in form.xlsx as a customer does, and saves it in the formats that LibreOffice writes.
REM The rows of questions begin at row 7; answers stand in column C. FormulaLocal is what a person types.

Sub Main(folder As String)
    Dim document, sheet
    document = opened(folder & "/form.xlsx")
    sheet = document.Sheets.getByIndex(0)
    sheet.unprotect("")
    fill(sheet)
    saved(document, folder & "/filled.xlsx", "Calc MS Excel 2007 XML")
    saved(document, folder & "/filled.ods", "calc8")
    saved(document, folder & "/filled.xls", "MS Excel 97")
    saved(document, folder & "/filled.csv", "Text - txt - csv (StarCalc)")
    document.close(True)

    document = opened(folder & "/form.xlsx")
    sheet = document.Sheets.getByIndex(0)
    sheet.unprotect("")
    rearrange(document, sheet)
    saved(document, folder & "/rearranged.ods", "calc8")
    saved(document, folder & "/rearranged.xlsx", "Calc MS Excel 2007 XML")
    document.close(True)
End Sub

Sub fill(sheet)
    typed(sheet, 2, "Van den Berg ")
    typed(sheet, 4, "'93.05.18-223.61")
    typed(sheet, 6, "NEE")
    typed(sheet, 7, "neen")
    typed(sheet, 8, "misschien, vanaf juli")
    typed(sheet, 9, "Wettelijk samenwonend, met verklaring")
    typed(sheet, 10, "brussels hoofdstedelijk gewest")
    typed(sheet, 11, "20/6/2019")
    typed(sheet, 12, "'1/3/2025")
    REM A date that was pasted without its format: 15 March 2023.
    answer(sheet, 13).NumberFormat = 0
    answer(sheet, 13).Value = 45000
    typed(sheet, 14, "2.345,67")
    typed(sheet, 15, "'1.234,56")
    typed(sheet, 16, "ongeveer 500")
    typed(sheet, 17, "3")
    typed(sheet, 18, "twee")
    answer(sheet, 19).String = "Wij zijn verhuisd:" & Chr(10) & "- eerst Aalst" & Chr(10) & "- nu Brugge"
    answer(sheet, 20).String = "Regel 1" & Chr(10) & Chr(10) & "Regel 3 met ""tekens"": <b> & €"
    REM An answer in the wrong place: behind the last question.
    sheet.getCellByPosition(2, 27).String = "En nog iets: bel mij gerust."
End Sub

REM The sheet renamed, a row and a column put in, rows moved, the marks and the sheet out of sight gone.
Sub rearrange(document, sheet)
    typed(sheet, 1, "Charlotte")
    answer(sheet, 19).String = "Een" & Chr(10) & "twee"
    sheet.Name = "Mijn antwoorden"
    sheet.Rows.insertByIndex(8, 1)
    sheet.getCellByPosition(1, 8).String = "Mijn eigen rij"
    sheet.Columns.insertByIndex(1, 1)
    document.Sheets.removeByName("instroom")
    sheet.Columns.getByIndex(5).IsVisible = True
    sheet.Columns.removeByIndex(5, 1)
End Sub

Function answer(sheet, question As Integer)
    answer = sheet.getCellByPosition(2, 5 + question)
End Function

Sub typed(sheet, question As Integer, text As String)
    answer(sheet, question).FormulaLocal = text
End Sub

Function opened(path As String)
    Dim hidden(0) As New com.sun.star.beans.PropertyValue
    hidden(0).Name = "Hidden"
    hidden(0).Value = True
    opened = StarDesktop.loadComponentFromURL(ConvertToURL(path), "_blank", 0, hidden())
End Function

Sub saved(document, path As String, filter As String)
    Dim how(0) As New com.sun.star.beans.PropertyValue
    how(0).Name = "FilterName"
    how(0).Value = filter
    document.storeToURL(ConvertToURL(path), how())
End Sub
