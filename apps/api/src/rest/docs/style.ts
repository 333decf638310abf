/** The style of the reference: system fonts, light and dark, nothing fetched. */
export const DOCS_STYLE = `
:root{color-scheme:light dark;--ink:#16202c;--soft:#556273;--line:#dde3ea;--paper:#fff;--pane:#f6f8fa;--code:#eef2f6;--accent:#0b62c4;--get:#0a6b4f;--post:#0b62c4;--delete:#b3261e}
@media (prefers-color-scheme:dark){:root{--ink:#e6ebf1;--soft:#9aa7b6;--line:#2c3642;--paper:#11171e;--pane:#161d26;--code:#1d2630;--accent:#7db7ff;--get:#5fd3a7;--post:#7db7ff;--delete:#ff8f86}}
*{box-sizing:border-box}
body{margin:0;font:16px/1.6 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--ink);background:var(--paper)}
a{color:var(--accent);text-decoration:none}a:hover{text-decoration:underline}
a:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
.page{display:grid;grid-template-columns:17rem minmax(0,1fr);min-height:100vh}
nav{background:var(--pane);border-right:1px solid var(--line);padding:1.5rem 1.25rem;position:sticky;top:0;height:100vh;overflow:auto}
nav strong{display:block;font-size:1.05rem;margin-bottom:1rem}
nav h2{font-size:.75rem;letter-spacing:.06em;text-transform:uppercase;color:var(--soft);margin:1.25rem 0 .25rem}
nav ul{list-style:none;margin:0;padding:0}nav li{padding:.15rem 0;font-size:.92rem}
main{padding:2.5rem clamp(1rem,5vw,4rem);max-width:62rem}
h1{font-size:1.9rem;line-height:1.25;margin:0 0 .5rem}
h2{font-size:1.35rem;margin:3rem 0 .5rem;padding-top:1.5rem;border-top:1px solid var(--line)}
h3{font-size:.8rem;letter-spacing:.05em;text-transform:uppercase;color:var(--soft);margin:1.5rem 0 .4rem}
p{margin:.4rem 0 .8rem}.lead{color:var(--soft)}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.86em}
code{background:var(--code);padding:.1em .35em;border-radius:4px;overflow-wrap:anywhere}
pre{background:var(--code);padding:1rem;border-radius:8px;overflow:auto;line-height:1.5}pre code{background:none;padding:0}
.where{display:flex;gap:.75rem;align-items:baseline;flex-wrap:wrap}
.method{font:700 .78rem/1 ui-monospace,Menlo,Consolas,monospace;text-transform:uppercase;padding:.35rem .5rem;border-radius:5px;border:1px solid currentColor}
.get{color:var(--get)}.post{color:var(--post)}.delete{color:var(--delete)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.92rem}
th{text-align:left;color:var(--soft);font-weight:600}
th,td{padding:.45rem .75rem .45rem 0;border-bottom:1px solid var(--line);vertical-align:top}
td:first-child{white-space:nowrap}.need{color:var(--soft);font-size:.85em}
.d1{padding-left:1.25rem}.d2{padding-left:2.5rem}.d3{padding-left:3.75rem}.d4{padding-left:5rem}.d5{padding-left:6.25rem}.d6{padding-left:7.5rem}
@media (max-width:50rem){.page{display:block}nav{position:static;height:auto;border-right:0;border-bottom:1px solid var(--line)}td:first-child{white-space:normal}}
`;
