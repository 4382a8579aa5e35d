/** What the runner makes of what a step prints and writes (actions/runner: ActionCommand.cs, FileCommandManager.cs). */

/** Line breaks as a .NET reader of a process's output sees them. */
const LINE_BREAK = /\r\n|\n|\r/

export interface RunnerCommand {
  readonly name: string
  readonly data: string
}

/** Commands that a runner finds in a log: `::name::` after blanks, else `##[name]` anywhere in a line. */
export function commandsIn(log: string): readonly RunnerCommand[] {
  return log.split(LINE_BREAK).flatMap((line) => {
    const found = /^\s*::([^:]*)::(.*)$/su.exec(line) ?? /##\[([^\]]*)\](.*)$/su.exec(line)
    if (found !== null) return [{ name: found[1]?.split(' ')[0] ?? '', data: found[2] ?? '' }]
    // Not even the beginning of one may stand there.
    return /^\s*::|##\[/u.test(line) ? [{ name: 'beginning', data: line }] : []
  })
}

/** The data of a command as an annotation shows it. */
export function decoded(data: string): string {
  return data.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}

/**
 * Names and values of a file such as GITHUB_OUTPUT. Lines end at LF alone; a line is `name=value` or `name<<delimiter`
 * by whichever sign comes first. @throws Error where the runner would fail the step.
 */
export function outputsIn(file: string): readonly (readonly [name: string, value: string])[] {
  const found: (readonly [string, string])[] = []
  const lines = file.split('\n')
  for (let i = 0; i < lines.length; i++) {
    const { name, value, last } = outputAt(lines, i)
    if (lines[i] !== '') found.push([name, value])
    i = last
  }
  return found
}

/** The output that begins in a line, and the line in which it ends. */
function outputAt(lines: readonly string[], at: number) {
  const line = lines[at] ?? ''
  const [, name = '', sign, rest = ''] = /^(.*?)(=|<<)(.*)$/s.exec(line) ?? []
  if (sign !== '<<') return { name, value: rest, last: at }
  const last = lines.indexOf(rest, at + 1)
  if (name === '' || rest === '' || last < 0) throw new Error(`invalid format: ${line}`)
  return { name, value: lines.slice(at + 1, last).join('\n'), last }
}
