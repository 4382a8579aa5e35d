import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'
import type { RunEvent } from '../../sandbox/act/index.ts'
import { shorter } from '../../test/workflows/rig.ts'

/** Suites that the example does not declare; each of them asks for one thing of the world. */
const SUITES = [
  ...['setup', 'monitoring', 'benchmark', 'dependency-scan'],
  ...['rollback-build', 'rollback-test', 'rollback-publish'],
]
const EXISTS = 'process.exit(fs.existsSync(process.argv[1]) ? 0 : 1)'

/** What the consumer's own suites ask for, a file each: there until it is lost. */
export interface Outside {
  /** The example's config with every suite declared. */
  readonly edit: (path: string, text: string) => string
  /** Takes away what these suites ask for, and gives back what was lost before. */
  lose(...suites: readonly string[]): void
}

/** Call it once at the top of a file. */
export function outside(): Outside {
  const folder = mkdtempSync(join(tmpdir(), 'outside-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const all = [...SUITES, 'integration']
  const lose = (...suites: readonly string[]) => {
    for (const suite of all) writeFileSync(join(folder, suite), '')
    for (const suite of suites) rmSync(join(folder, suite))
  }
  lose()
  const check = (suite: string) =>
    `      - { kind: command, name: outside, argv: [node, -e, '${EXISTS}', '${join(folder, suite)}'] }\n`
  const declared = SUITES.map((suite) => `    ${suite}:\n${check(suite)}`).join('')
  const edit = (path: string, text: string) =>
    path === '.github/release-actions.yml'
      ? shorter(path, text)
          .replace('  suites:\n', `  suites:\n${declared}`)
          .replace('    integration:\n', `    integration:\n${check('integration')}`)
          // Of the environments that a thin file offers, one has the sandbox's values.
          .concat('  production: *sandbox\n')
      : text
  return { edit, lose }
}

/** Does something once, when a job of this id starts; a leg of a matrix counts. */
export function when(id: string, happens: () => void): (event: RunEvent) => void {
  let done = false
  return (event) => {
    const started = event.kind === 'job-started' && event.job.split(' / ').at(-1)?.startsWith(id)
    if (done || !started) return
    done = true
    happens()
  }
}
