import { dirname, join, normalize } from 'node:path'
import { filesIn, textOf } from '../files.ts'
import { looked, type Rule } from './rule.ts'

/** Who may import whom (DESIGN §3): actions, cli → adapters → ports ← app → domain. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  ports: ['domain'],
  app: ['ports', 'domain'],
  adapters: ['ports', 'domain'],
  actions: ['adapters', 'app', 'ports', 'domain'],
  cli: ['adapters', 'app', 'ports', 'domain'],
}

const SPECIFIER = /(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])(?<path>\.{1,2}\/[^'"]+)\1/g

/** How other judges decide: for the command line, once it is asked for. */
const DIALECTS = /\/dialects\//

/** Every relative import in src follows an arrow, an action imports no other action, and no gate can load a dialect. */
export const imports: Rule = {
  name: 'imports',
  look(root) {
    const files = filesIn(root, 'src/**/*.ts')
    if (files.length === 0) return looked('src', ['src: no TypeScript file'])
    return looked(
      `${files.length} files`,
      files.flatMap((file) => findingsIn(file, textOf(root, file) ?? '')),
    )
  },
}

function findingsIn(file: string, text: string): string[] {
  return [...text.matchAll(SPECIFIER)].flatMap(({ groups, 0: written }) => {
    const target = normalize(join(dirname(file), groups?.path ?? ''))
    if (DIALECTS.test(target) && !mayLoadDialects(file, written))
      return [`${file}: imports ${target}; only src/cli may load a dialect, with import()`]
    return isAllowed(roomOf(file), roomOf(target))
      ? []
      : [
          `${file}: imports ${target}; ${roomOf(file).layer} may import ${allowedText(roomOf(file).layer)}`,
        ]
  })
}

/** An import that stands at the top is loaded with the file, whoever needs it. */
function mayLoadDialects(file: string, written: string): boolean {
  return DIALECTS.test(file) || (file.startsWith('src/cli/') && /^import\s*\(/.test(written))
}

interface Room {
  readonly layer: string
  readonly folder: string
}

/** `src/actions/plan/main.ts` lies in the layer `actions` and there in `plan`. */
function roomOf(path: string): Room {
  const [top = '', layer = '', folder = ''] = path.split('/')
  return { layer: top === 'src' ? layer : `outside src (${top})`, folder }
}

function isAllowed(from: Room, to: Room): boolean {
  // What lies beside the actions is the part of their composition that they share.
  const shared = to.folder.endsWith('.ts')
  if (from.layer === to.layer)
    return from.layer !== 'actions' || from.folder === to.folder || shared
  return ARROWS[from.layer]?.includes(to.layer) ?? false
}

const allowedText = (layer: string) => [layer, ...(ARROWS[layer] ?? [])].join(', ')
