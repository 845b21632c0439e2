# A flood of connections that are gone again at once: it goes on, and answers as ever within two seconds of its end.
# limit: 120
# load: heavy
# rerun: timing
start
eq "$(article before)" 201
clients flood "$(size 3 10)"
began=$(now_ms)
eq "$(send GET /livez)" 200
eq "$(article after)" 201
at_most "$(($(now_ms) - began))" "$(pace 2000)"
within 5 1 connections
alive
eq "$(n)" 2
