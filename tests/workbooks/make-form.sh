#!/bin/sh
# Makes form.xlsx and what LibreOffice makes of it when a customer fills it in (form.bas). Wants LibreOffice.
set -eu
cd "$(dirname "$0")"
office() { timeout 120 soffice "-env:UserInstallation=file://$made/profile" --headless "$@"; }
made=$(mktemp -d)
cargo run -q --example generate -- --form returned-2026 -o "$made/form.xlsx"
office --terminate_after_init
# Numbers and dates are typed as they are in Belgium.
settings="$made/profile/user/registrymodifications.xcu"
item() { printf '<item oor:path="/org.openoffice.%s"><prop oor:name="%s" oor:op="fuse"><value>%s</value></prop></item>' "$@"; }
{
    grep -v '</oor:items>' "$settings"
    item Setup/L10N ooSetupSystemLocale nl-BE
    item Office.Common/Security/Scripting MacroSecurityLevel 0
    # A picture of the first page would be most of the file.
    item Office.Common/Save/Document GenerateThumbnail false
    echo '</oor:items>'
} >"$made/settings" && mv "$made/settings" "$settings"
{
    echo '<?xml version="1.0" encoding="UTF-8"?>'
    echo '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">'
    echo '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">'
    sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g' form.bas
    echo '</script:module>'
} >"$made/profile/user/basic/Standard/Module1.xba"
office "macro:///Standard.Module1.Main($made)"
for name in filled.xlsx filled.ods filled.xls filled.csv rearranged.xlsx rearranged.ods; do
    mv "$made/$name" "form-$name"
done
mv "$made/form.xlsx" .
rm -r "$made"
