"""What the HTML pages share: escaped text and one small style sheet. A page is one file, without scripts and without anything from elsewhere."""

import html

from grading.texts import shortened, visible

_LONGEST = 6000

STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 60rem; background: #fff; color: #1b1b1b;
       font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: .5rem 0; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; padding-top: .75rem; border-top: 2px solid #ddd; }
h3 { font-size: 1.05rem; margin: 0; }
p { margin: .4rem 0; }
.sum { font-size: 1.15rem; }
.quiet { color: #555; }
.count { white-space: nowrap; font-variant-numeric: tabular-nums; }
.card { border: 1px solid #ccc; border-radius: .5rem; padding: .75rem 1rem; margin: .75rem 0; }
.head { display: flex; flex-wrap: wrap; gap: .25rem 1rem; justify-content: space-between; align-items: baseline; }
.points { font-weight: 600; white-space: nowrap; }
.test { border-top: 1px solid #e4e4e4; padding: .5rem 0 .4rem; margin-top: .5rem; }
.ok, .no { font-weight: 600; }
.ok { color: #0b5a2a; } .no { color: #8f1d1d; }
.test .head, .row { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 0 .9rem; align-items: baseline; }
.row { grid-template-columns: minmax(0, 1fr) 6.5rem minmax(4.5rem, 25%); padding: .25rem 0; border-top: 1px solid #e4e4e4; align-items: center; }
dl { display: grid; grid-template-columns: 5.5rem 1fr; gap: .15rem .75rem; margin: .4rem 0 0; }
dt { color: #555; }
dd { margin: 0; min-width: 0; }
pre { margin: .25rem 0; padding: .5rem .6rem; background: #f5f5f3; border-radius: .3rem; overflow: auto; max-height: 24rem;
      white-space: pre-wrap; overflow-wrap: anywhere; font: .875rem/1.4 ui-monospace, "DejaVu Sans Mono", Consolas, monospace; }
dd pre { padding: .15rem .4rem; margin: 0; }
.note { border-left: .3rem solid #a15c00; background: #fff7ea; padding: .5rem .75rem; margin: .6rem 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #e4e4e4; }
th { font-weight: 600; }
td.number, th.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
th, td { overflow-wrap: normal; } td:first-child { overflow-wrap: anywhere; min-width: 7rem; }
svg { display: block; width: 100%; height: auto; max-width: 44rem; }
ul { margin: .3rem 0 0; padding-left: 1.2rem; }
a { color: #0b4f8a; }
@media (max-width: 32rem) { .row { grid-template-columns: minmax(0, 1fr) 5.5rem 3rem; gap: 0 .5rem; }
                            dl { grid-template-columns: 1fr; } dt { margin-top: .3rem; } body { padding: .75rem; } .card { padding: .6rem .7rem; } }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } .card { break-inside: auto; } .test, .head { break-inside: avoid; }
               pre { max-height: none; overflow: visible; border: 1px solid #ddd; } a { color: inherit; } }
"""


def page(title, body):
    return ("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            # Should a text ever slip through unescaped, the browser still runs and loads nothing.
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
            f"<title>{text(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n")


def text(value):
    """Text for a page: control characters made visible, then escaped."""
    return html.escape(visible(value), quote=True)


def block(value):
    """Text with lines of its own, such as what a program printed."""
    return f"<pre>{text(shortened(value.rstrip(), _LONGEST))}</pre>"


def points(number, of):
    return f"{number} of {of} point{'' if of == 1 else 's'}"
