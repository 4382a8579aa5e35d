import { expect, test } from '@jest/globals'
import { page } from '../../../sandbox/demo/page.ts'

const chart = (lines: readonly string[]) => ['```mermaid', ...lines, '```'].join('\n')

test('a chart of a summary is drawn with a point a value and its labels', async () => {
  const html = await page(
    'x',
    chart([
      'xychart-beta',
      '  title "Traffic"',
      '  x-axis [1, 2, 3]',
      '  y-axis 0 --> 100',
      '  line [10, 50, 0]',
    ]),
  )
  expect(html.match(/<circle /g)).toHaveLength(3)
  expect(html).toContain('>Traffic</text>')
  const bars = await page(
    'x',
    chart(['%%{init: {}}%%', 'xychart-beta horizontal', '  x-axis ["a"]', '  bar [100]']),
  )
  expect(bars.match(/<rect /g)).toHaveLength(1)
  expect(html).not.toContain('xychart-beta')
})

test('the stages of a plan are as long as their bakes', async () => {
  const html = await page(
    'x',
    chart([
      'gantt',
      '  dateFormat X',
      '  section canary',
      '  10 percent :s0, 0, 30s',
      '  100 percent :s1, after s0, 10s',
    ]),
  )
  const widths = [...html.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(([, w]) => Number(w))
  expect((widths[0] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(3, 1)
})

test('a picture that is not known stays text, and no label becomes HTML', async () => {
  const html = await page(
    '<b>',
    [
      chart(['pie', '  "a" : 1']),
      chart(['xychart-beta', '  title "<script>x</script>"', '  x-axis [1]', '  line [1]']),
      '<script>alert(1)</script><img src=x onerror=alert(1)>',
    ].join('\n\n'),
  )
  expect(html).toContain('pie')
  expect(html).not.toMatch(/<script|onerror|<title><b>/)
})
