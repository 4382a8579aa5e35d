import { expect, test } from '@jest/globals'
import { PageAddress } from '../../src/adapters/github/page-address.ts'
import { fenced } from '../../src/domain/report/markdown.ts'
import { withinSummary } from '../../src/domain/report/summary-limit.ts'
import { rendered } from './rendered.ts'

const MIB = 1024 * 1024

test.each([MIB - 1, MIB, MIB + 1, 10 * MIB])(
  '[C-96] a summary of %i bytes becomes one that GitHub takes, whole lines and no open fence',
  (bytes) => {
    const page = `# page\n\n${fenced(`${'👍'.repeat(250)}\n`.repeat(bytes / 1000))}\n`
    const cut = withinSummary(page)
    expect(Buffer.byteLength(cut)).toBeLessThan(MIB)
    expect(cut).not.toContain('\ufffd')
    const { shape, words } = rendered(cut)
    expect(words).toContain('Cut here: GitHub takes no more.')
    expect(shape.match(/"type":"code"/g)).toHaveLength(1)
  },
)

test('a summary that is short enough stays as it is', () => {
  expect(withinSummary('# page\n')).toBe('# page\n')
})

test('the address of a page is http(s), one line, and no Markdown', () => {
  const good = 'https://github.com/acme/my_shop/issues/1#issuecomment-2'
  expect(PageAddress.parse(good)).toBe(good)
  expect(PageAddress.parse('https://x.example/a)![b](https://e.example|c`d\n::x')).toBe(
    'https://x.example/a%29!%5Bb%5D%28https://e.example%7Cc%60d::x',
  )
  for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'x'])
    expect(PageAddress.safeParse(bad).success).toBe(false)
})
