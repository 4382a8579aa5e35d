/** Which processes a command leaves behind: every descendant that was ever seen and still lives when the command has ended. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'

interface Seen {
  readonly pid: number
  readonly parent: number
  /** Ticks since the machine started: tells a process from a later one with the same id. */
  readonly start: string
  readonly alive: boolean
}

const LOOK_MS = 250

/** Watches the descendants of a process. Needs /proc: elsewhere nothing is seen and `isBlind` says so. */
export class Descendants {
  readonly isBlind = !existsSync('/proc/self/stat')
  readonly #root: number
  readonly #seen = new Map<number, Seen>()
  readonly #timer: NodeJS.Timeout

  constructor(pid: number) {
    this.#root = pid
    const root = statOf(pid)
    if (root !== undefined) this.#seen.set(pid, root)
    this.#timer = setInterval(() => this.#look(), LOOK_MS)
  }

  /** Stops watching and names each process that outlived the command: id and command line. */
  stop(): { pid: number; command: string }[] {
    clearInterval(this.#timer)
    this.#look()
    return [...this.#seen.values()]
      .filter(({ pid, start }) => pid !== this.#root && isSame(statOf(pid), start))
      .map(({ pid }) => ({ pid, command: commandOf(pid) }))
  }

  #look(): void {
    if (this.isBlind) return
    const all = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => statOf(Number(name)) ?? [])
    // Whoever has the id of one of ours that ended is a stranger, and so are its children.
    const now = new Map(all.map((one) => [one.pid, one]))
    for (const { pid, start } of this.#seen.values())
      if (now.get(pid)?.start !== start) this.#seen.delete(pid)
    // Parents before children: an id is given upwards, but wraps around, so that it takes more than one round.
    for (let found = -1; found !== this.#seen.size; ) {
      found = this.#seen.size
      for (const one of all) if (this.#seen.has(one.parent)) this.#seen.set(one.pid, one)
    }
  }
}

const isSame = (now: Seen | undefined, start: string) => now?.start === start && now.alive

function statOf(pid: number): Seen | undefined {
  const stat = read(`/proc/${pid}/stat`)
  // The name in brackets may hold anything: the fields start after the last bracket, with the state.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state = '', parent = ''] = fields
  return stat === ''
    ? undefined
    : { pid, parent: Number(parent), start: fields[19] ?? '', alive: state !== 'Z' }
}

const commandOf = (pid: number) =>
  read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim().slice(0, 120)

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
