import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/**
 * Starts the version in `home` on a free port and waits until it answers. `startupMs` is the time
 * from its start to the first good answer of `/healthz`.
 */
export async function startService(home) {
  const data = mkdtempSync(join(tmpdir(), 'checkout-data-'))
  const started = performance.now()
  const child = spawn(process.execPath, [join(home, 'server.mjs')], {
    env: { ...process.env, PORT: '0', DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = new Promise((resolve) => child.once('exit', resolve))
  const stop = async () => {
    child.kill('SIGKILL')
    await gone
    rmSync(data, { recursive: true, force: true })
  }
  try {
    const port = await portOf(child, gone)
    const ask = client(port)
    const health = await ask('GET', '/healthz')
    if (health.status !== 200) throw new Error(`/healthz answered ${health.status}`)
    return { ask, stop, startupMs: performance.now() - started }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Reads the log until the service says which port it got; goes on reading so that it never blocks. */
function portOf(child, gone) {
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.includes('"msg":"listening"')) resolve(JSON.parse(line).port)
    })
    gone.then((code) => reject(new Error(`the service ended with code ${code}`)))
  })
}

function client(port) {
  const agent = new Agent({ keepAlive: true })
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      const headers = body ? { 'content-type': 'application/json' } : {}
      const options = { host: '127.0.0.1', port, method, path, headers, agent }
      request(options, (answer) => {
        const chunks = []
        answer.on('data', (chunk) => chunks.push(chunk))
        answer.on('end', () => resolve({ status: answer.statusCode, body: Buffer.concat(chunks) }))
        answer.on('error', reject)
      })
        .on('error', reject)
        .end(body)
    })
}
