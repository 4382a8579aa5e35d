import type { Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { REFERENCES } from '../domain/report/hostile.ts'

const processor = unified().use(remarkParse).use(remarkGfm).freeze()

export interface Rendered {
  /** All that is there beside text, in order and nested: HTML and comments word by word, links with their addresses. */
  readonly shape: string
  /** Text outside code, piece by piece, as a reader sees it and GitHub looks through it. */
  readonly words: string
}

/** A page or body as GitHub's Markdown understands it. */
export function rendered(markdown: string): Rendered {
  const shape: string[] = []
  const words: string[] = []
  const visit = (node: Nodes) => {
    if (node.type === 'text') return words.push(node.value)
    const { children, position, ...rest } = { children: [], ...node }
    shape.push(JSON.stringify(rest), '(')
    children.forEach(visit)
    return shape.push(')')
  }
  visit(processor.parse(markdown))
  return { shape: shape.join(' '), words: words.join('\n') }
}

const KEYWORD = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+(?:[\w.-]+\/[\w.-]+)?#\d/i

/** Mentions, references and closing keywords in words; `own` are those of the text itself, which are taken out first. */
export function references(words: string, own: readonly string[] = []): readonly string[] {
  const rest = own.reduce((all, text) => all.replaceAll(text, ' '), words)
  return [...REFERENCES, KEYWORD].filter((r) => r.test(rest)).map(String)
}
