import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

/** Asks the platform of `platform.json`; the answer's JSON, or an error with its one-line reason. */
export async function askPlatform(method, path, options = {}) {
  const { url } = JSON.parse(readFileSync(join(here, 'platform.json'), 'utf8'))
  const signal = AbortSignal.timeout(30_000)
  const answer = await fetch(new URL(path, url), { method, signal, ...options }).catch((error) => {
    throw new Error(`the platform at ${url} does not answer (${error.cause?.code ?? error.name})`)
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`the platform answered ${answer.status}: ${reason(text)}`)
  return text === '' ? {} : JSON.parse(text)
}

/** What the platform says is wrong, as one printable line. */
function reason(text) {
  try {
    return String(JSON.parse(text).message)
      .replace(/[^\x20-\x7e]/g, ' ')
      .slice(0, 300)
  } catch {
    return 'no reason given'
  }
}

/** Runs a deployment command: its error is one line on stderr and exit code 1. */
export async function command(name, run) {
  try {
    console.log(await run(process.argv.slice(2)))
  } catch (error) {
    console.error(`${name}: ${error.message.split('\n')[0]}`)
    process.exitCode = 1
  }
}
