/** The YAML blocks of the pages that users copy from. */
import { filesIn, parseYaml, textOf } from '../files.ts'

const PAGES = ['*.md', 'docs/**/*.md', 'actions/*/README.md', 'examples/*/README.md']
const FENCE = /^```ya?ml\n(?<yaml>[\s\S]*?)^```/gm

/** One block; `line` is that of its first line in the page. */
export interface Block {
  readonly path: string
  readonly line: number
  readonly text: string
}

/** All blocks in the order of the pages. */
export function yamlBlocks(root: string): Block[] {
  return filesIn(root, ...PAGES).flatMap((path) => {
    const page = textOf(root, path) ?? ''
    return [...page.matchAll(FENCE)].map(({ index, groups }) => ({
      path,
      line: page.slice(0, index).split('\n').length + 1,
      text: groups?.yaml ?? '',
    }))
  })
}

/** The block as data, or why it is none: a finding in one line. */
export function blockData(block: Block): { readonly data: unknown } | { readonly finding: string } {
  try {
    return { data: parseYaml(`${block.path}:${block.line}`, block.text) }
  } catch (error) {
    return { finding: error instanceof Error ? error.message : String(error) }
  }
}
