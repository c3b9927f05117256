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
  active: document.querySelectorAll('iframe,object,embed,form:not(.filters),base,frame,portal,audio,video,img,math').length,
  filters: document.querySelectorAll('form.filters').length,
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
# As many as on the page of ordinary text: the index makes one form of filters by its own script.
COUNTED = ("scripts", "filters", "styles", "comments")


def kind(path, numbered):
    """Which page of the ordinary text a page is to be compared with, given which part of its path counts the runs."""
    *folders, name = (part for place, part in enumerate(path.parts) if place != numbered)
    # Sheets of projects are named after them; a page of `check` is a file by itself.
    one_of_many = folders[-1:] in (["项目"], ["check"])
    return "/".join(folders) if one_of_many else "/".join([*folders, name])


def ordinary_and_hostile(out):
    """The pages of ordinary text by kind, and every other page with its kind."""
    plain = {kind(page.relative_to(out / "plain"), None): page for page in sorted((out / "plain").glob("**/*.html"))}
    pages = [(page, kind(page.relative_to(out), 1)) for page in sorted((out / "report").rglob("*.html"))]
    pages += [(page, kind(page.relative_to(out), 2 if page.parts[-2] != "check" else None))
              for page in sorted((out / "bad").rglob("*.html"))]
    return plain, pages


def browse(out):
    plain, pages = ordinary_and_hostile(out)
    workers = os.cpu_count() or 1
    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        found = list(pool.map(lambda n: look(out, plain, pages[n::workers]), range(workers)))
    faults = [fault for _, faults in found for fault in faults]
    scripts = sum(count for count, _ in found)
    return len(pages), faults, f"脚本共 {scripts} 个，都是本工具自己的；对话框、事件属性、外部引用都是 0"


def look(out, plain, pages):
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
        for page, name_of_kind in pages:
            name = str(page.relative_to(out))[-80:]
            dialog, now = seen(driver, page)
            if dialog:
                faults.append(f"{name} 弹出了对话框：{dialog}")
                continue
            ordinary = known.get(name_of_kind)
            if ordinary is None:
                faults.append(f"{name} 没有平常的页面可比")
                continue
            scripts += now["scripts"]
            for key in ("ran", "active", "refresh", "handlers", "links", "loaded"):
                if now[key]:
                    faults.append(f"{name} {key} = {now[key]}")
            for key in COUNTED:
                if now[key] != ordinary[key]:
                    faults.append(f"{name} {key} = {now[key]}，平常的页面是 {ordinary[key]}")
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
