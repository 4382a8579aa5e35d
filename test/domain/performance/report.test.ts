import { expect, test } from '@jest/globals'
import { compareResults } from '../../../src/domain/performance/compare.ts'
import { regressionIssue } from '../../../src/domain/performance/issue.ts'
import { performanceBlocks, summaryLine } from '../../../src/domain/performance/report.ts'

const limits = { threshold: 0.15, alpha: 0.01 }
const versions = { baseline: '1.0.0', current: '1.1.0' }
const values = (level: number) => Array.from({ length: 10 }, (_, i) => level + i / 10)
const file = (version: string, level: number) =>
  ({
    schema: 1,
    version,
    metrics: {
      'startup.time': { unit: 'ms', direction: 'lower', values: values(level) },
      throughput: { unit: 'ops/s', direction: 'higher', values: values(1000) },
    },
  }) as const
const found = compareResults(file('1.0.0', 100), file('1.1.0', 150), limits)

test('the table shows both medians with bars, the chart the percent', () => {
  const [table, chart] = performanceBlocks(found, versions)
  expect(table?.split('\n')).toEqual([
    '|  | Metric | 1.0.0 | 1.1.0 | Change | Better |',
    '| --- | --- | --- | --- | --- | --- |',
    '| 🔴 fail | startup.time | ▰▰▰▰▰▰▰▱▱▱ 100.5 ms | ▰▰▰▰▰▰▰▰▰▰ 150.4 ms | +49.78 % (p 0.000011) | lower |',
    '| 🟢 pass | throughput | ▰▰▰▰▰▰▰▰▰▰ 1000 ops/s | ▰▰▰▰▰▰▰▰▰▰ 1000 ops/s | 0 % (p 0.53) | higher |',
  ])
  expect(chart?.split('\n')).toEqual([
    '```mermaid',
    '%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#2f6feb, #8b949e"}}}}%%',
    'xychart-beta horizontal',
    '  title "Medians of 1.1.0 in percent of 1.0.0"',
    '  x-axis ["startup.time", "throughput"]',
    '  y-axis "percent" 0 --> 160',
    '  bar [149.8, 100]',
    '  line [100, 100]',
    '```',
  ])
})

test('without a metric there is nothing to show', () => {
  expect(performanceBlocks([], versions)).toEqual([])
  expect(summaryLine([], versions)).toBe('1.1.0 against 1.0.0: nothing was compared')
})

test('a metric that cannot be drawn stands in the table only', () => {
  const lonely = compareResults(
    { schema: 1, version: '1.0.0', metrics: {} },
    file('1.1.0', 100),
    limits,
  )
  const blocks = performanceBlocks(lonely, versions)
  expect(blocks).toHaveLength(1)
  expect(blocks[0]).toContain('no value')
})

test('the summary line names every metric', () => {
  expect(summaryLine(found, versions)).toBe(
    '1.1.0 against 1.0.0: startup.time fail: +49.78 % (p 0.000011); throughput pass: 0 % (p 0.53)',
  )
})

test('the issue holds marker, labels, what got worse and the run', () => {
  const run = 'https://github.example/acme/checkout/actions/runs/7'
  const issue = regressionIssue({ versions, comparisons: found, limits, run })
  expect(issue.title).toBe('Performance regression in 1.1.0')
  expect(issue.labels).toEqual(['performance-regression', 'bug', 'priority-high'])
  expect(issue.body).toContain('<!-- release-actions:performance-regression 1.1.0 1.0.0 -->')
  expect(issue.body).toContain('by more than 15 % in: startup.time.')
  expect(issue.body).toContain(run)
})
