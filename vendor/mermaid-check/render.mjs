/**
 * Draws Mermaid texts with the real package in a real browser. Standard input: `{ browser, timezone, folder, pictures }`
 * as JSON: path of the browser, zone of its clock, where the PNGs go, texts by name. Standard output: by name what people
 * see of it, or the error.
 */
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { chromium } from 'playwright-core'

const PAGE = '<!doctype html><html><body style="margin: 8px; background: #fff"></body></html>'

const { browser: executablePath, timezone, folder, pictures } = await json(process.stdin)
const mermaid = createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js')
mkdirSync(folder, { recursive: true })
// The texts are our own, and Chromium's sandbox does not start for root.
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
try {
  const page = await browser.newPage({
    timezoneId: timezone,
    viewport: { width: 900, height: 600 },
  })
  await page.setContent(PAGE)
  await page.addScriptTag({ path: mermaid })
  const drawn = {}
  for (const [name, text] of Object.entries(pictures)) {
    drawn[name] = await page.evaluate(draw, text)
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
  }
  process.stdout.write(JSON.stringify(drawn))
} finally {
  await browser.close()
}

/** Runs in the page: draws one text into its body. */
async function draw(text) {
  const { mermaid, document } = globalThis
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' })
  document.body.replaceChildren()
  try {
    document.body.innerHTML = (await mermaid.render('picture', text)).svg
  } catch (error) {
    return { error: String(error.message ?? error).replaceAll(/\s+/g, ' ') }
  }
  const all = (selector) => [...document.querySelectorAll(`svg ${selector}`)]
  const bars = all('.plot [class^="bar-plot"] rect')
  return {
    bars: bars.length,
    colours: [...new Set(bars.map((bar) => bar.getAttribute('fill')))],
    line: all('.plot [class^="line-plot"] path').map(
      (path) => path.getAttribute('d').match(/[ML]/g).length,
    ),
    tasks: all('rect.task').length,
    nodes: all('g.node').length,
    texts: all('text, foreignObject').map((one) => one.textContent.trim()),
  }
}
