import { readyMessage } from "#components/import/received-page.ts";

const path = "/articles/import/page?receive";

/**
 * The bookmarklet for a desk at `origin`: opens our page beside the one it is used on, and sends that one's HTML and
 * address to exactly our origin once our page says that it listens. A window that shows itself as closed was cut off:
 * the site forbids it (Cross-Origin-Opener-Policy), or our door asked for a sign-in first.
 */
export function bookmarkletSource(origin: string): string {
  const desk = JSON.stringify(origin);
  const script = `(()=>{
const desk=${desk},page=window.open(desk+${JSON.stringify(path)},"_blank");
if(!page){alert("Allow this site to open a window, then use the bookmark again.");return}
const watch=setInterval(()=>{if(page.closed){end();alert("Stet could not be reached from this page. Sign in to Stet first and use the bookmark again. If you are signed in, this site keeps other windows away: save the page and upload the file.")}},1000);
const end=()=>{clearInterval(watch);removeEventListener("message",answer)};
const answer=event=>{if(event.source!==page||event.origin!==desk||event.data!==${JSON.stringify(readyMessage)})return;
end();page.postMessage({kind:"stet:page",html:document.documentElement.outerHTML,address:location.href,title:document.title},desk)};
addEventListener("message",answer)})()`;
  return `javascript:${encodeURIComponent(script.replaceAll("\n", ""))}`;
}
