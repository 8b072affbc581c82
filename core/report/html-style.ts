/** The chart by day, by night and on paper, as in the product; nothing is fetched for it. */
export const HTML_STYLE = `
:root{color-scheme:light dark;--paper:#fbfaf5;--land:#f4efe0;--ink:#15222b;--soft:#43535d;--faint:#5e6d77;--hairline:#d3d9d9;--rule:#8a989f;--seam:#ad0f6b;
--serif:"Source Serif 4 Variable","Source Serif 4",Georgia,serif;--sans:"Hanken Grotesk Variable","Hanken Grotesk",system-ui,Arial,sans-serif;--mono:"IBM Plex Mono",ui-monospace,Menlo,monospace}
@media (prefers-color-scheme:dark){:root{--paper:#0c151b;--land:#19211f;--ink:#dde5e6;--soft:#a9b8bf;--faint:#8b9ba4;--hairline:#24343e;--rule:#54697a;--seam:#ff77ba}}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:1rem/1.5 var(--sans);text-size-adjust:100%}
body{max-width:62rem;margin:0 auto;padding:0 clamp(1rem,4vw,2rem) 4rem}
h1,h2,h3,h4,h5{font-weight:500;line-height:1.2;text-wrap:balance;overflow-wrap:anywhere;unicode-bidi:isolate}
h1{font:500 clamp(2rem,1.4rem + 3vw,3.25rem)/1.08 var(--serif);letter-spacing:-.03em;margin:.5rem 0 1.5rem}
h2{font:500 1.75rem/1.2 var(--serif);border-top:1px solid var(--rule);padding-top:1.25rem;margin:3.5rem 0 1rem}
h3{font-size:1.25rem;margin:2.5rem 0 .75rem}
h4,h5{font-size:1rem;font-weight:600;margin:1.75rem 0 .5rem}
p,li,dd,td{overflow-wrap:anywhere;unicode-bidi:isolate}
td{overflow-wrap:break-word}
td.long{overflow-wrap:anywhere}
.date{white-space:nowrap}
p,ul,ol,dl,blockquote{max-width:40rem;margin:0 0 1rem}
a{color:inherit;text-decoration-color:var(--rule);text-underline-offset:.2em}
a:hover{text-decoration-color:currentColor}
:focus-visible{outline:2px solid var(--ink);outline-offset:3px}
code{font:.8125rem/1.5 var(--mono)}
.cover{border-top:7px double var(--ink);padding-top:clamp(2rem,8vw,5rem);margin-top:1.5rem}
.logo{max-width:14rem;max-height:5rem;margin-bottom:2rem}
.sounding,figcaption,caption,.below,footer{font:.75rem/1.5 var(--mono);color:var(--faint)}
nav h2{font:.75rem/1.5 var(--mono);color:var(--faint);margin:2rem 0 .75rem}
nav ol{list-style:none;padding:0;columns:18rem auto;column-gap:3rem}
nav li{break-inside:avoid;padding:.125rem 0}
nav .second{padding-left:1.25rem;font-size:.875rem;color:var(--soft)}
dl{display:grid;grid-template-columns:minmax(7rem,12rem) 1fr;gap:.375rem 1.5rem;font-size:.9375rem}
@media (max-width:34rem){dl{grid-template-columns:1fr;gap:0 0}dd{margin:0 0 .5rem}}
dt{font:.75rem/1.9 var(--mono);color:var(--faint)}
dd{margin:0}
blockquote{margin:1.5rem 0;padding-left:1.25rem;border-left:3px dashed var(--seam)}
blockquote p{font:1.25rem/1.55 var(--serif);margin:0 0 .5rem}
blockquote .below{font:.75rem/1.5 var(--mono)}
li p{margin-bottom:.375rem}
.table{overflow-x:auto;margin:1.25rem 0 1.75rem}
table{border-collapse:collapse;width:100%;font-size:.875rem}
caption{text-align:left;padding-bottom:.5rem}
@media (max-width:34rem){table:has(th:nth-child(3)){min-width:26rem}table:has(th:nth-child(4)){min-width:38rem}caption{position:sticky;left:0;max-width:calc(100vw - 2rem)}}
th{font:.75rem/1.5 var(--mono);color:var(--faint);text-align:left;border-bottom:1px solid var(--rule)}
th,td{padding:.375rem 1rem .375rem 0;vertical-align:top;min-width:2rem;max-width:28rem}
td{border-bottom:1px solid var(--hairline)}
figure{margin:1.5rem 0}
.drawing{overflow:auto;max-height:90vh;border:1px solid var(--hairline)}
.drawing svg{display:block;margin:0 auto}
.drawing.fits svg{max-width:max(100%,40rem);height:auto}
figcaption{padding-top:.5rem}
.page-break{display:none}
footer{border-top:1px solid var(--rule);margin-top:4rem;padding-top:1rem}
.chart text{font-family:var(--sans)}
.chart .chart-kind,.chart .chart-boundary-name,.chart .chart-object{font-family:var(--mono)}
.chart .chart-component,.chart .chart-head-hollow,.chart .chart-seam-hole{fill:var(--paper)}
.chart .chart-component,.chart .chart-line{stroke:var(--ink)}
.chart .chart-line-quiet,.chart .chart-boundary{stroke:var(--rule)}
.chart .chart-boundary{fill:var(--land)}
.chart .chart-name{fill:var(--ink)}
.chart .chart-kind{fill:var(--faint)}
.chart .chart-boundary-name,.chart .chart-object{fill:var(--soft)}
.chart .chart-object{stroke:var(--land)}
.chart .chart-object-outside,.chart .chart-connection-core,.chart .chart-seam-bed{stroke:var(--paper)}
.chart .chart-connection,.chart .chart-head-open,.chart .chart-head-hollow{stroke:var(--soft)}
.chart .chart-head{fill:var(--soft)}
.chart .chart-seam,.chart .chart-seam-hole{stroke:var(--seam)}
.chart text.chart-mark{fill:var(--ink);stroke:none;font-family:var(--mono)}
.chart-compared :is(.chart-connection,.chart-head-open,.chart-head-hollow){stroke:var(--rule)}
.chart-compared .chart-head{fill:var(--rule)}
.chart-compared .chart-marked :is(.chart-connection,.chart-head-open,.chart-head-hollow){stroke:var(--ink)}
.chart-compared .chart-marked .chart-connection{stroke-width:2.75}
.chart-compared .chart-marked .chart-head{fill:var(--ink)}
.chart-compared .chart-marked .chart-component{stroke-width:2.75}
@media print{
:root{color-scheme:light;--paper:#fff;--land:#f2f2f2;--ink:#000;--soft:#222;--faint:#444;--hairline:#bbb;--rule:#777;--seam:#ad0f6b}
@page{size:A4;margin:20mm 18mm}
html{font-size:9.5pt}
body{max-width:none;padding:0}
main{break-before:page}
p,ul,ol,dl,blockquote{max-width:46rem}
table:has(th){min-width:0}
.page-break{display:block;break-after:page;border:0;margin:0}
h1,h2,h3,h4,h5{break-after:avoid}
h2{margin-top:2.5rem}
.page-break+h2,main>h2:first-child{margin-top:0}
tr,figure,blockquote{break-inside:avoid}
thead{display:table-header-group}
caption,thead tr{break-after:avoid}
tbody tr:first-child,tbody tr:last-child{break-before:avoid}
.table,.drawing{overflow:visible;max-height:none}
.drawing svg,.drawing.fits svg{max-width:100%;max-height:225mm;height:auto}
td{max-width:none}
a{text-decoration:none}
}
`.trim();
