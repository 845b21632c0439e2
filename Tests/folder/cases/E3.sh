# Windows-1252, also when it is labelled Latin-1, also with bytes that it doesn't define.
start
words=$(printf 'He said \223yes\224 \226 it cost \200 5, and that was long enough to be an article.')
want='He said “yes” – it cost € 5, and that was long enough to be an article.'
printf 'Headline caf\351\nBy A Reporter\n2026-05-01\n\n%s\n' "$words" >"$W/plain.txt"
printf '<html><head><meta charset="iso-8859-1"><title>Headline th\351</title></head><body><article><h1>Headline th\351</h1><p>%s</p></article></body></html>' "$words" >"$W/labelled.html"
printf '<?xml version="1.0" encoding="ISO-8859-1"?><rss><channel><item><title>Headline f\352te</title><description>%s</description></item></channel></rss>' "$words" >"$W/labelled.xml"
printf 'Headline undefined\nBy A Reporter\n2026-05-01\n\nBefore \201\215\217\220\235 after, and \223quoted\224, long enough to be an article.\n' >"$W/undefined.txt"
sync
eq "$(n)" 4
eq "$(f plain.txt encoding)" windows-1252
eq "$(a plain.txt headline)" 'Headline café'
eq "$(a plain.txt body)" "$want"
eq "$(a labelled.html headline)" 'Headline thé'
eq "$(f labelled.html encoding)" windows-1252
a labelled.html body | grep -qF "$want"
eq "$(a labelled.xml headline)" 'Headline fête'
get "/v1/articles/$(f labelled.xml 'articleIds[0]')" | is --arg want "$want" '[.body, .abstract] | any(. == $want)'
eq "$(f undefined.txt)" done
get "/v1/articles/$(f undefined.txt 'articleIds[0]')" | is '.body | startswith("Before ") and contains("after, and “quoted”, long")'
