import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runCommand } from '../command.ts'
import { filesIn, textOf } from '../files.ts'
import { linesOf, looked, type Rule } from './rule.ts'
import { toolPath } from './tool.ts'

const OWN = '.github/workflows/'
const IGNORED = 'unexpected key "queue" for "concurrency" section'

/**
 * actionlint finds nothing. It does not know `$/` yet: it gets a copy in which the suite refers to itself with `./`,
 * also in the examples, so that it compares inputs, secrets and outputs over every call as well.
 */
export const actionlint: Rule = {
  name: 'actionlint',
  async look(root) {
    const workflows = filesIn(
      root,
      `${OWN}*.{yml,yaml}`,
      'examples/*/.github/workflows/*.{yml,yaml}',
    )
    if (workflows.length === 0) return looked('workflows', [`${OWN}: no workflow`])
    const tool = toolPath('actionlint')
    if (tool === undefined) return { kind: 'not run', reason: 'actionlint is missing: install Go' }
    const copy = mkdtempSync(join(tmpdir(), 'actionlint-'))
    try {
      const origin = copyTree(root, copy, workflows)
      const args = [
        '-oneline',
        '-no-color',
        '-shellcheck=',
        '-pyflakes=',
        '-ignore',
        IGNORED,
        ...origin.keys(),
      ]
      const { code, stdout, stderr } = await runCommand(tool, args, { cwd: copy })
      return looked(
        `${workflows.length} workflows`,
        code === 0 ? [] : linesOf(stdout + stderr).map((line) => named(line, origin)),
      )
    } finally {
      rmSync(copy, { recursive: true, force: true })
    }
  },
}

/** Copies what the workflows refer to; the answer maps each copied workflow to the file it was made from. */
function copyTree(root: string, copy: string, workflows: readonly string[]): Map<string, string> {
  mkdirSync(join(copy, '.git'))
  if (existsSync(join(root, 'dist'))) symlinkSync(join(root, 'dist'), join(copy, 'dist'))
  for (const path of filesIn(root, 'action.yml', 'actions/*/action.yml'))
    write(copy, path, textOf(root, path) ?? '')
  const origin = new Map(workflows.map((path) => [copiedPath(path), path]))
  for (const [to, from] of origin) write(copy, to, asLocal(textOf(root, from) ?? ''))
  return origin
}

/** An example's file becomes a neighbour of the workflows it calls. */
const copiedPath = (path: string) =>
  path.startsWith(OWN)
    ? path
    : `${OWN}${path.replace('/.github/workflows/', '--').replaceAll('/', '--')}`

/** `$/x` and `org/release-actions/x@v1` as `./x`. */
const asLocal = (text: string) =>
  text.replace(
    /(\buses:\s*['"]?)(?:\$\/|org\/release-actions\/?)([^@\s'"#]*)(?:@[^\s'"#]+)?/g,
    '$1./$2',
  )

const named = (line: string, origin: ReadonlyMap<string, string>) =>
  [...origin].reduce((text, [to, from]) => text.replace(`${to}:`, `${from}:`), line)

function write(copy: string, path: string, text: string): void {
  mkdirSync(dirname(join(copy, path)), { recursive: true })
  writeFileSync(join(copy, path), text)
}
