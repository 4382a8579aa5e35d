/** Runs the pinned sentry-cli: an argv array, no shell, its own environment. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'

const TIMEOUT_MS = 120_000
const KEPT = ['PATH', 'HOME', 'USERPROFILE', 'SYSTEMROOT', 'TEMP', 'TMP', 'TMPDIR', 'SSL_CERT_FILE']
const PROXY = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy']

/**
 * The exit code in words: `0`, `1`, or `a signal`. What the tool prints comes from outside and is not shown.
 */
export function runCli(args, { organization, project, url, token }) {
  const folder = process.env.SENTRY_CLI_FOLDER
  const tool = join(folder, 'node_modules', '@sentry', 'cli', 'bin', 'sentry-cli')
  const child = spawn(process.execPath, [tool, ...args], {
    cwd: folder,
    stdio: 'ignore',
    timeout: TIMEOUT_MS,
    env: {
      ...inherited(),
      SENTRY_ORG: organization,
      SENTRY_PROJECT: project,
      SENTRY_URL: url,
      SENTRY_AUTH_TOKEN: token,
      SENTRY_LOAD_DOTENV: '0',
      SENTRY_DISABLE_UPDATE_CHECK: 'true',
    },
  })
  return new Promise((resolve) => {
    child.on('error', () => resolve('no start'))
    child.on('close', (code) => resolve(code === null ? 'a signal' : String(code)))
  })
}

/** The job's tokens and inputs are none of its business. */
function inherited() {
  return Object.fromEntries(
    [...KEPT, ...PROXY].flatMap((name) =>
      process.env[name] === undefined ? [] : [[name, process.env[name]]],
    ),
  )
}
