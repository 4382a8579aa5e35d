import type { Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { pick, seeded } from '../../fakes/random.ts'

/** What a stranger would write to make GitHub do something. */
const PIECES: readonly [string, ...string[]] = [
  '@octocat',
  '@acme/team',
  'a@b.example',
  '#1',
  'acme/shop#2',
  'GH-3',
  'gh-4',
  'https://evil.example/x',
  'http://',
  'HTTPS://E.example',
  'www.evil.example',
  'WWW.evil.example',
  'ftp://e.example',
  'mailto:a@b.example',
  'xmpp:a@b.example',
  '0123456789abcdef0123456789abcdef01234567',
  'deadbeef',
  '<script>',
  '</td>',
  '<!--',
  '-->',
  '<img src=x>',
  '<a href="x">',
  '<https://e.example>',
  '&lt;',
  '&#64;octocat',
  '&#x40;',
  '&commat;x',
  '&',
  '[x](y)',
  '![x](y)',
  '[x]',
  '[x]: y',
  '[^1]',
  '[^1]: x',
  '](',
  '`',
  '```',
  '``',
  '~~',
  '~~~',
  '**',
  '__',
  '*',
  '_',
  '\\',
  '\\@octocat',
  '\\`',
  '|',
  '| --- |',
  '---',
  '- ',
  '- [ ] ',
  '+ ',
  '* ',
  '1. ',
  '2) ',
  '# ',
  '## ',
  '> ',
  '===',
  '    ',
  '\t',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\u2028',
  '\u2029',
  '\u0000',
  '\u001b[31m',
  '\u007f',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u00ad',
  '\ufeff',
  '\ud800',
  '\udc00',
  '$x$',
  '$$',
  '$(id)',
  ':tada:',
  '::error::',
  '%0A',
  '(',
  ')',
  '!',
  '"',
  "'",
  ';',
  ' ',
  '  ',
  '.',
  ',',
  '/',
  '\\\\',
  'text',
  'é',
  '日本',
  '👍',
  '{{ x }}',
  `$${'{{'} secrets.X }}`,
  '<details>',
  '<summary>',
]

/** Hostile texts, the same for the same seed: pieces side by side, now and then with single characters between. */
export function* hostile(seed: number, count: number): Generator<string> {
  const random = seeded(seed)
  for (let i = 0; i < count; i++) {
    const length = 1 + Math.floor(random() * 7)
    const parts = Array.from({ length }, () =>
      random() < 0.85 ? pick(random, PIECES) : String.fromCharCode(Math.floor(random() * 0x3000)),
    )
    yield parts.join(random() < 0.3 ? ' ' : '')
  }
}

const processor = unified().use(remarkParse).use(remarkGfm)

/** How many nodes of each kind GitHub's Markdown makes of a text. */
export function count(markdown: string): Record<string, number> {
  const kinds: Record<string, number> = {}
  const visit = (node: Nodes) => {
    kinds[node.type] = (kinds[node.type] ?? 0) + 1
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(processor.parse(markdown))
  return kinds
}

/** The text that a reader sees. */
export function seen(markdown: string): string {
  const texts: string[] = []
  const visit = (node: Nodes) => {
    if (node.type === 'text') texts.push(node.value)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(processor.parse(markdown))
  return texts.join('')
}

/** What GitHub links in text after Markdown: people, issues, commits. */
export const REFERENCES = [
  /(?<![\p{L}\p{N}_])@[a-z0-9]/iu,
  /#\d/,
  /\bGH-\d/i,
  /\b[0-9a-f]{7,40}\b/i,
  /\b(?:https?|ftp):\/\//i,
  /\bwww\.\w/i,
]
