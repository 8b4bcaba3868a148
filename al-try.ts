import { alignTexts } from "#lib/domain/alignment/align-texts.ts";
import { placeSpan } from "#lib/domain/alignment/place-span.ts";
function t(o:string,n:string,q:string, nth=0){let s=-1; for(let i=0;i<=nth;i++) s=o.indexOf(q,s+1); const a=alignTexts(o,n); if(!a.ok) return; const p=placeSpan(a.value,{start:s,end:s+q.length}); console.log(JSON.stringify(q), p.placement, p.start===null?"":JSON.stringify(n.slice(p.start,p.end)), p.start, p.confidence.toFixed(2));}
t("The cat sat. The dog ran.","The dog ran.","The dog ran.");
t("The cat sat. The dog ran.","The dog ran.","The cat sat.");
t("A. Team Alpha won the cup.\n\nOther words stand here.\n\nB. Team Beta won the cup.","Other words stand here.\n\nB. Team Beta won the cup.","Team Alpha won the cup.");
t("First Robin came home late at night. Then Robin went away again quickly.","First Robin came home late at night. Then Elisa went away again quickly.","Robin",1);
t("One two three four five six seven eight nine ten.\n\nAlpha beta gamma delta epsilon zeta eta theta iota kappa lambda.\n\nLast words of this text are here now.","Alpha beta gamma delta epsilon zeta eta theta iota kappa lambda.\n\nOne two three four five six seven eight nine ten.\n\nLast words of this text are here now.","three four five");
t("One two three four five six seven eight nine ten.\n\nAlpha beta gamma delta epsilon zeta eta theta iota kappa lambda.\n\nLast words of this text are here now.","Alpha beta gamma delta epsilon zeta eta theta iota kappa lambda.\n\nOne two three four five six seven eight nine ten.\n\nLast words of this text are here now.","beta gamma delta");
t("He said “it’s fine” — really.","He  said \"it's\u00a0fine\" - really.","“it’s fine” — really");
t("It was unbelievable to all.","Yes. It was unbelievable to all.","believ");
const S="The same sentence stands here again and again. ";
let s=performance.now(); t(S.repeat(10000),S.repeat(4000)+"The same sentence stood here again and again. "+S.repeat(5999),"sentence stands",3999); console.log(performance.now()-s);
s=performance.now(); const ws=(k:number)=>Array.from({length:100000},(_,i)=>"w"+((i*7919+k)%5003+k*10000)).join(" "); t(ws(1),ws(2),"w"); console.log("nothing in common",performance.now()-s);
s=performance.now(); const wr=(k:number)=>{let x=k;return Array.from({length:100000},()=>"w"+((x=Math.imul(x,1103515245)+12345>>>0)>>>16)%3000).join(" ")}; t(wr(1),wr(2),"w"); console.log("random shared vocabulary",performance.now()-s);
