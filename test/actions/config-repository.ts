/** A checkout and a bare repository with the config in one commit, made by two processes: every world makes one. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const CONFIG = '.github/release-actions.yml'

export interface ConfigRepository {
  /** The files, for GITHUB_WORKSPACE. */
  readonly workspace: string
  readonly gitDir: string
  /** The commit of `main` and of every tag. */
  readonly head: string
}

/** Makes both below `root`; `config` is the text of `.github/release-actions.yml`, `more` further files by path. */
export function configRepository(
  root: string,
  config: string,
  tags: readonly string[] = [],
  more: Readonly<Record<string, string>> = {},
): ConfigRepository {
  const workspace = join(root, 'checkout')
  mkdirSync(join(workspace, '.github'), { recursive: true })
  writeFileSync(join(workspace, CONFIG), config)
  const gitDir = join(root, 'bare.git')
  const git = (args: readonly string[], input = '') =>
    execFileSync('git', args, { cwd: root, stdio: 'pipe', encoding: 'utf8', input })
  git(['init', '--quiet', '--bare', '--initial-branch=main', '--template=', gitDir])
  const imported = git(
    ['--git-dir', gitDir, 'fast-import', '--quiet'],
    history({ [CONFIG]: config, ...more }, tags),
  )
  return { workspace, gitDir, head: imported.trim() }
}

/** For `git fast-import`, which prints the id of the commit. */
function history(files: Readonly<Record<string, string>>, tags: readonly string[]): string {
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`
  return [
    'commit refs/heads/main\nmark :1\n',
    `committer alice <alice@acme.example> ${Math.floor(Date.now() / 1000)} +0000\n`,
    data('Describe the release process'),
    ...Object.entries(files).flatMap(([path, text]) => [`M 100644 inline ${path}\n`, data(text)]),
    ...tags.map((tag) => `reset refs/tags/${tag}\nfrom :1\n\n`),
    'get-mark :1\n',
  ].join('')
}
