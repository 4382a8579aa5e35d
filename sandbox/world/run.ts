import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** Runs a program to its end; its standard output, or an error with the last line it complained with. */
export async function run(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  try {
    const { stdout } = await execute(command, args, { ...options, maxBuffer: 16 * 1024 * 1024 })
    return stdout.trim()
  } catch (error) {
    throw new Error(`${command}: ${complaint(error)}`, { cause: error })
  }
}

function complaint(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string }
  const lines = (stderr || message).trim().split('\n')
  return lines.at(-1) ?? 'failed'
}
