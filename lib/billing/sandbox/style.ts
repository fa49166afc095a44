/** The hosted page's style: apart from the portal's, so that nobody takes one for the other. */
export const STYLE = `
:root{color-scheme:light dark;--ground:#f3f5f4;--sheet:#fff;--ink:#17201c;--soft:#4a5650;--line:#7b8781;--act:#0b5d3f;--on-act:#fff;--warn:#fff3cf;--on-warn:#4d3800;--error:#a3171b}
@media (prefers-color-scheme:dark){:root{--ground:#101513;--sheet:#1a211e;--ink:#e9efec;--soft:#b2beb8;--line:#7d8983;--act:#7fd6ae;--on-act:#06281b;--warn:#3d3009;--on-warn:#ffe9a8;--error:#ffb0ac}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
header,main{max-width:30rem;margin:0 auto;padding:1rem 1.25rem}
main{background:var(--sheet);border:1px solid var(--line);border-radius:8px;margin-bottom:2rem}
h1{font-size:1.5rem;line-height:1.25;margin:1rem 0}
.notice{margin:0;padding:.625rem .75rem;border-radius:4px;background:var(--warn);color:var(--on-warn);font-weight:600}
dl{margin:0 0 1.25rem;border-top:1px solid var(--line)}
dl div{display:flex;justify-content:space-between;gap:1rem;padding:.625rem 0;border-bottom:1px solid var(--line)}
dt{color:var(--soft);white-space:nowrap}
dd{margin:0;text-align:right}
.amount{font-weight:700;font-variant-numeric:tabular-nums}
label{display:block;font-weight:600;margin-bottom:.25rem}
input,button,a.primary{font:inherit;width:100%;min-height:2.75rem;border-radius:6px}
input{padding:.5rem .75rem;border:1px solid var(--line);background:var(--sheet);color:var(--ink);font-variant-numeric:tabular-nums}
button{margin-top:.75rem;border:1px solid var(--line);background:transparent;color:var(--ink);font-weight:600;cursor:pointer}
.primary{background:var(--act);border:1px solid var(--act);color:var(--on-act);font-weight:600}
a.primary{display:flex;align-items:center;justify-content:center;text-decoration:none;padding:.5rem .75rem;font-weight:600}
:focus-visible{outline:3px solid var(--act);outline-offset:2px}
.check{display:flex;align-items:center;gap:.5rem;margin-top:.75rem}
.check input{width:1.25rem;min-height:1.25rem;flex:none}
.hint{margin:.25rem 0 0;color:var(--soft);font-size:.875rem}
.error{margin:.5rem 0 0;color:var(--error);font-weight:600}
`
