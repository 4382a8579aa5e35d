import { readdirSync, readFileSync } from 'node:fs'

/**
 * Kills an action of the suite in the middle of its work, as a runner that is lost does.
 * @param github Address of the sandbox's GitHub: no action of another test is meant.
 */
export function killed(action: string, github: string): void {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const [command, environment] = ['cmdline', 'environ'].map((file) => textOf(pid, file))
    const isMeant = command?.includes(`/dist/${action}/`) && environment?.includes(github)
    if (isMeant) process.kill(Number(pid), 'SIGKILL')
  }
}

/** Empty where the process has ended meanwhile, or belongs to somebody else. */
function textOf(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
