/** Child processes of the scripts: no shell, both streams kept, the exit code is a value. */
import { spawn } from 'node:child_process'

/** How a command ended; 127 means that it could not be started. */
export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command to its end. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<Ended> {
  return new Promise((end) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (chunk) => {
      stdout += chunk
    })
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    child.on('error', (error) => end({ code: 127, stdout, stderr: error.message }))
    child.on('close', (code) => end({ code: code ?? 1, stdout, stderr }))
  })
}
