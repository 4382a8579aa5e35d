/** Child processes of the set-up: quiet, and ended with it. */
import { spawn } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { SetupError } from './report.mjs'

const running = new Set()

/** Runs a command without a shell; its output is kept and shown only if it fails. */
export function run(command, args, { cwd, env = process.env, remedy }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk) => {
      output = (output + chunk).slice(-20_000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    running.add(child)
    child.on('error', (error) => reject(new SetupError(remedy, error.message)))
    child.on('close', (code) => {
      running.delete(child)
      if (code === 0) resolve(output)
      else reject(new SetupError(remedy, output))
    })
  })
}

/** Ends what is still running, when the set-up itself is told to end. */
export function endChildren(signal) {
  for (const child of running) child.kill(signal)
}

/** The path of an executable on the PATH, or undefined. */
export function which(name, path = process.env.PATH ?? '') {
  return path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isExecutable)
}

/** Whether the path is a file that may be run; false for what does not exist. */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
