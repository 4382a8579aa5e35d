import rehypeRaw from 'rehype-raw'
import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { drawMermaid } from './pictures.ts'

const STYLE = `
:root { color-scheme: light dark; --line: #8884; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; margin: 1rem 0; display: block; overflow-x: auto; }
th, td { border: 1px solid var(--line); padding: .3rem .7rem; text-align: left; vertical-align: top; }
pre { background: #8881; padding: .7rem 1rem; overflow-x: auto; border-radius: 6px; }
section { border-top: 1px solid var(--line); margin-top: 2rem; }
h2, h3 { line-height: 1.25; }
svg { color: #2f6feb; max-width: 100%; }
`

const renderer = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  // The sanitiser's default schema is GitHub's own: what is not shown here is not shown there.
  .use(rehypeSanitize)
  .use(rehypeStringify)

/** GitHub's Markdown as a complete page that needs nothing from outside. */
export async function page(title: string, markdown: string): Promise<string> {
  const pictures: string[] = []
  // Drawn after the sanitiser, which lets no SVG through: what is drawn is ours, and its labels are text.
  const marked = markdown.replaceAll(/^```mermaid\n([\s\S]*?)\n```$/gm, (whole, source: string) => {
    const picture = drawMermaid(source)
    if (picture === undefined) return whole
    pictures.push(picture)
    return `PICTURE-${pictures.length}-HERE`
  })
  const rendered = String(await renderer.process(marked))
  const body = rendered.replaceAll(
    /PICTURE-(\d+)-HERE/g,
    (_all, n) => pictures[Number(n) - 1] ?? '',
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${asText(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>\n`
}

function asText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
