/** What actionlint is shown: it does not know `$/`, so it gets a copy in which the suite refers to itself with `./`. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runCommand } from '../command.ts'
import { filesIn, textOf } from '../files.ts'
import { linesOf } from './rule.ts'

const OWN = '.github/workflows/'
const IGNORED = 'unexpected key "queue" for "concurrency" section'
const ARGS = ['-oneline', '-no-color', '-shellcheck=', '-pyflakes=', '-ignore', IGNORED]

/** The text of one workflow and where it comes from: a file, or a block that begins in a line of a page. */
export interface Lintable {
  readonly path: string
  readonly text: string
  /** Line of the page that line 1 of the text stands for; 1 for a file. */
  readonly firstLine: number
}

/** What actionlint says about the texts, one line a finding, with the lines of where they come from. */
export async function actionlintFindings(
  tool: string,
  root: string,
  texts: readonly Lintable[],
): Promise<string[]> {
  const copy = mkdtempSync(join(tmpdir(), 'actionlint-'))
  try {
    const origin = copyTree(root, copy, texts)
    const { code, stdout, stderr } = await runCommand(tool, [...ARGS, ...origin.keys()], {
      cwd: copy,
    })
    return code === 0 ? [] : linesOf(stdout + stderr).map((line) => named(line, origin))
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** Copies what the workflows refer to; the answer maps each copied workflow to what it was made from. */
function copyTree(root: string, copy: string, texts: readonly Lintable[]): Map<string, Lintable> {
  mkdirSync(join(copy, '.git'))
  if (existsSync(join(root, 'dist'))) symlinkSync(join(root, 'dist'), join(copy, 'dist'))
  for (const path of filesIn(root, 'action.yml', 'actions/*/action.yml'))
    write(copy, path, textOf(root, path) ?? '')
  for (const path of filesIn(root, `${OWN}*.{yml,yaml}`))
    write(copy, path, asLocal(textOf(root, path) ?? ''))
  const origin = new Map(texts.map((one, index) => [copiedPath(one, index), one]))
  for (const [to, { text }] of origin) write(copy, to, asLocal(text))
  return origin
}

/** An example becomes a neighbour of the workflows it calls. */
const copiedPath = ({ path }: Lintable, index: number) =>
  path.startsWith(OWN) ? path : `${OWN}${index}--${path.replaceAll(/[^\w.-]+/g, '--')}.yml`

/** `$/x` and `org/release-actions/x@v1` as `./x`. */
const asLocal = (text: string) =>
  text.replace(
    /(\buses:\s*['"]?)(?:\$\/|org\/release-actions\/?)([^@\s'"#]*)(?:@[^\s'"#]+)?/g,
    '$1./$2',
  )

function named(line: string, origin: ReadonlyMap<string, Lintable>): string {
  const [, copied = '', at = '1', rest = line] = /^(.*?):(\d+)(:\d+: .*)$/.exec(line) ?? []
  const from = origin.get(copied)
  return from === undefined ? line : `${from.path}:${from.firstLine + Number(at) - 1}${rest}`
}

function write(copy: string, path: string, text: string): void {
  mkdirSync(dirname(join(copy, path)), { recursive: true })
  writeFileSync(join(copy, path), text)
}
