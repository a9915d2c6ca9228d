"""Makes the workbooks of this folder. README.md says with which programs and how."""

import datetime
import pathlib
import struct
import sys
import zlib

import openpyxl
import openpyxl.comments
import openpyxl.drawing.image
import openpyxl.formatting.rule
import openpyxl.styles
import openpyxl.workbook.defined_name
import openpyxl.worksheet.datavalidation
import openpyxl.worksheet.formula
import openpyxl.worksheet.table
import xlsxwriter

FOLDER = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
MOMENT = datetime.datetime(2026, 1, 5, 9, 0, 0)

HEADINGS = ["Voornaam", "Naam", "E-mail", "GSM", "Rijksregisternummer", "Straat", "Nr", "Postcode", "Gemeente", "Taal", "Deadline", "Lengte"]
ROWS = [
    ["An", "Janssens", "an@example.com", "+32475112233", "85073003328", "Kerkstraat", 1, 9000, "Gent", "dutch", datetime.date(2026, 7, 15)],
    ["Bert", "Peeters & Zn", "bert@example.com", "0475 11 22 34", 12556777, "Dorp", 12, 9000, "Gent", "dutch", datetime.date(2026, 10, 16)],
    ["Carine", "Van den Berg", "carine@example", None, "93.05.18-223.61", "Rue Haute", "3A", 1000, "Bruxelles", "french", None],
    ["Dirk", "  d'Hondt", "dirk@example.com", "+32475112236", 85073003328, "Markt", 5, 8000, "Brugge", "dutch", datetime.date(2026, 7, 15)],
]


def picture(path):
    """A picture of four grey points."""

    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\x80\xc0\0\x40\xff")) + chunk(b"IEND", b""))


def with_openpyxl(path, image):
    book = openpyxl.Workbook()
    book.properties.creator = "Office"
    book.properties.created = book.properties.modified = MOMENT
    sheet = book.active
    sheet.title = "Klanten 't Hof"
    sheet.merge_cells("A1:L1")
    sheet["A1"] = "Klanten aanslagjaar 2026"
    sheet["A1"].font = openpyxl.styles.Font(bold=True, size=16, color="FF1F4E78")
    sheet.append([])
    sheet.append(HEADINGS)
    for row in ROWS:
        sheet.append(row)
    dark = openpyxl.styles.PatternFill("solid", fgColor="FFDDEBF7")
    thin = openpyxl.styles.Border(bottom=openpyxl.styles.Side(style="thin"))
    for cell in sheet[3]:
        cell.font, cell.fill, cell.border = openpyxl.styles.Font(bold=True), dark, thin
    for row in range(4, 8):
        sheet.cell(row, 5).number_format = "00000000000"
        sheet.cell(row, 11).number_format = "dd/mm/yyyy"
        sheet.cell(row, 12).value = f"=LEN(B{row})"
        sheet.cell(row, 6).alignment = openpyxl.styles.Alignment(wrap_text=True)
    for column, width in zip("ABCDEFGHIJKL", [12, 20, 28, 18, 22, 24, 6, 9, 14, 10, 14, 8]):
        sheet.column_dimensions[column].width = width
    sheet.row_dimensions[3].height = 30
    sheet.freeze_panes = "C4"
    sheet.print_title_rows = "3:3"
    sheet.print_area = "A1:L7"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.oddHeader.center.text = "Klanten"
    languages = openpyxl.worksheet.datavalidation.DataValidation(type="list", formula1="=Talen", allow_blank=True)
    languages.add("J4:J200")
    sheet.add_data_validation(languages)
    red = openpyxl.styles.PatternFill("solid", bgColor="FFFFC7CE")
    sheet.conditional_formatting.add("C4:C200", openpyxl.formatting.rule.FormulaRule(formula=['ISERROR(FIND("@",C4))'], fill=red))
    sheet["C6"].comment = openpyxl.comments.Comment("Eerst bellen <na 18 u>", "An & Bert")
    sheet["B4"].comment = openpyxl.comments.Comment("Sinds 2011", "An & Bert")
    sheet["C4"].hyperlink = "mailto:an@example.com"
    sheet.add_image(openpyxl.drawing.image.Image(image), "N2")
    lists = book.create_sheet("Lijsten")
    lists.sheet_state = "hidden"
    for row, word in enumerate(["dutch", "french", "english"], 1):
        lists.cell(row, 1, word)
    book.defined_names["Talen"] = openpyxl.workbook.defined_name.DefinedName("Talen", attr_text="Lijsten!$A$1:$A$3")
    totals = book.create_sheet("Overzicht")
    totals["A1"], totals["B1"] = "Aantal", "=COUNTA('Klanten ''t Hof'!B4:B7)"
    totals.append(["Gemeente", "Klanten"])
    totals.append(["Gent", 2])
    totals.append(["Brugge", 1])
    table = openpyxl.worksheet.table.Table(displayName="PerGemeente", ref="A2:B4")
    table.tableStyleInfo = openpyxl.worksheet.table.TableStyleInfo(name="TableStyleMedium2", showRowStripes=True)
    totals.add_table(table)
    book.save(path)


def customers_with_xlsxwriter(book, sheet, plain=False):
    bold, date = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "dd/mm/yyyy"})
    padded = book.add_format({"num_format": "00000000000"})
    sheet.set_column(0, 1, 18)
    sheet.set_column(4, 4, 22, padded)
    if not plain:
        sheet.merge_range(0, 0, 0, 11, "Klanten aanslagjaar 2026", bold)
    for column, heading in enumerate(HEADINGS):
        sheet.write(2, column, heading, bold)
    for row, values in enumerate(ROWS, 3):
        for column, value in enumerate(values):
            if isinstance(value, datetime.date):
                sheet.write_datetime(row, column, datetime.datetime.combine(value, datetime.time()), date)
            elif column == 1 and row == 5 and not plain:
                sheet.write_rich_string(row, column, bold, "Van den", " Berg")
            elif value is not None:
                sheet.write(row, column, value)
        sheet.write_formula(row, 11, f"=LEN(B{row + 1})", None, len(values[1]))


def with_xlsxwriter(path, image):
    book = xlsxwriter.Workbook(path)
    book.set_properties({"author": "Office", "created": MOMENT})
    sheet = book.add_worksheet("Klanten")
    customers_with_xlsxwriter(book, sheet)
    sheet.freeze_panes(3, 2)
    sheet.autofilter(2, 0, 6, 11)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_header("&L&G&CKlanten", {"image_left": str(image)})
    sheet.write_comment("D5", "Werk: 09 225 00 00", {"author": "Bert", "visible": True})
    sheet.write_comment("E4", "Nagekeken", {"author": "Bert"})
    sheet.data_validation("J4:J200", {"validate": "list", "source": ["dutch", "french", "english"]})
    sheet.conditional_format("H4:H200", {"type": "cell", "criteria": "<", "value": 1000, "format": book.add_format({"bg_color": "#FFC7CE"})})
    sheet.conditional_format("G4:G7", {"type": "data_bar", "data_bar_2010": True})
    sheet.insert_image("N2", str(image))
    sheet.insert_button("N10", {"macro": "none", "caption": "Klik"})
    sheet.add_sparkline("M4", {"range": "G4:G7"})
    sheet.protect("", {"select_locked_cells": True})
    sums = book.add_worksheet("Som")
    sums.write_array_formula("A1:A3", "{=Klanten!H4:H6*1}", None, 9000)
    sums.add_table("C1:D3", {"columns": [{"header": "Stad"}, {"header": "Aantal"}], "data": [["Gent", 2], ["Brugge", 1]]})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=Som!$D$2:$D$3"})
    sums.insert_chart("F2", chart)
    sums.write_comment("C2", "Hoofdstad van Oost-Vlaanderen", {"author": "An"})
    book.define_name("Steden", "=Som!$C$2:$C$3")
    very = book.add_worksheet("Diep")
    very.very_hidden()
    book.close()


def in_a_table(path):
    """The customers as a table, an array formula beside them, and a formula that rows share."""
    book = xlsxwriter.Workbook(path)
    book.set_properties({"author": "Office", "created": MOMENT})
    sheet = book.add_worksheet("Klanten")
    columns = [{"header": heading} for heading in HEADINGS[:5]]
    sheet.add_table(0, 0, 4, 4, {"columns": columns, "data": [row[:5] for row in ROWS]})
    sheet.write_array_formula("G2:G5", "{=LEN(B2:B5)}", None, 8)
    sheet.write_dynamic_array_formula("I2", "=UNIQUE(B2:B5)", None, "Janssens")
    book.close()


def in_line(path):
    """Texts inside the cells, and no remarks or drawings at all."""
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    book.set_properties({"author": "Office", "created": MOMENT})
    customers_with_xlsxwriter(book, book.add_worksheet("Klanten"), plain=True)
    book.close()


def with_macros(path, project):
    book = xlsxwriter.Workbook(path)
    book.set_properties({"author": "Office", "created": MOMENT})
    book.add_vba_project(str(project))
    customers_with_xlsxwriter(book, book.add_worksheet("Klanten"))
    book.close()


def main():
    image = FOLDER / "picture.png"
    picture(image)
    with_openpyxl(FOLDER / "openpyxl.xlsx", image)
    with_xlsxwriter(FOLDER / "xlsxwriter.xlsx", image)
    in_a_table(FOLDER / "table.xlsx")
    in_line(FOLDER / "in-line.xlsx")
    # In the place of macros: bytes that begin as their container does and hold none.
    project = FOLDER / "vbaProject.bin"
    project.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 2)
    with_macros(FOLDER / "macros.xlsm", project)
    image.unlink()
    project.unlink()


main()
