"""The pages in Chromium: nothing of the text runs, loads, opens or hides anything."""

import concurrent.futures
import os

from selenium import webdriver
from selenium.common.exceptions import NoAlertPresentException

# What a page may hold is what the page of ordinary text holds.
LOOK = """
const all = [...document.querySelectorAll('*')];
return {
  ran: window.__pwned || 0,
  scripts: document.scripts.length,
  styles: document.querySelectorAll('style,link').length,
  active: document.querySelectorAll('iframe,object,embed,form,base,frame,portal,audio,video,img,math').length,
  refresh: document.querySelectorAll('meta[http-equiv=refresh i]').length,
  handlers: all.filter(e => [...e.attributes].some(a => /^on/i.test(a.name))).length,
  links: all.filter(e => ['href','src','action','xlink:href'].some(n =>
    /^\\s*(javascript|data|vbscript|https?|ftp|\\/\\/)/i.test(e.getAttribute(n) || ''))).length,
  loaded: performance.getEntriesByType('resource').map(r => r.name),
  comments: (() => { const w = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT); let n = 0;
    while (w.nextNode()) n++; return n; })(),
  mode: document.compatMode,
  body: document.body.innerText.length,
};
"""


def kind(path):
    """Which page of the ordinary report a page is to be compared with."""
    if path.parent.name == "项目":
        return "项目"
    return f"{path.parent.name if path.parent.name in ('邮件', '数据') else ''}/{path.name}"


def browse(out):
    plain = {kind(path): path for path in sorted((out / "plain/report").rglob("*.html"))}
    pages = sorted((out / "report").rglob("*.html")) + sorted((out / "bad").rglob("*.html"))
    workers = os.cpu_count() or 1
    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        found = list(pool.map(lambda n: look(plain, pages[n::workers]), range(workers)))
    faults = [fault for _, faults in found for fault in faults]
    scripts = sum(count for count, _ in found)
    return len(pages), faults, f"脚本共 {scripts} 个，都是本工具自己的；对话框、事件属性、外部引用都是 0"


def look(plain, pages):
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1000,800"]:
        options.add_argument(argument)
    options.set_capability("unhandledPromptBehavior", "ignore")
    driver = webdriver.Chrome(options, webdriver.ChromeService("/usr/bin/chromedriver"))
    driver.set_page_load_timeout(60)
    faults, scripts = [], 0
    try:
        known = {name: seen(driver, path)[1] for name, path in plain.items()}
        most = {key: max(page[key] for page in known.values()) for key in ("scripts", "styles", "comments")}
        for page in pages:
            name = f"{page.parent.parent.name}/{page.parent.name}/{page.name}"[-80:]
            dialog, now = seen(driver, page)
            if dialog:
                faults.append(f"{name} 弹出了对话框：{dialog}")
                continue
            ordinary = known.get(kind(page))
            scripts += now["scripts"]
            for key in ("ran", "active", "refresh", "handlers", "links", "loaded"):
                if now[key]:
                    faults.append(f"{name} {key} = {now[key]}")
            for key in ("scripts", "styles", "comments"):
                if ordinary is not None and now[key] != ordinary[key] or now[key] > most[key]:
                    faults.append(f"{name} {key} = {now[key]}，平常的页面是 {ordinary and ordinary[key]}")
            if now["mode"] != "CSS1Compat" or now["body"] < 100:
                faults.append(f"{name} 页面不完整：{now['mode']} {now['body']}")
    finally:
        driver.quit()
    return scripts, faults


def seen(driver, page):
    """The dialog a page opened, if there is one, and what it holds."""
    driver.get(page.as_uri())
    try:
        alert = driver.switch_to.alert
        text = alert.text
        alert.dismiss()
        return text or "（空）", None
    except NoAlertPresentException:
        return None, driver.execute_script(LOOK)
