/** Size of a picture in pixels. */
const WIDTH = 640
const HEIGHT = 180
const PAD = 32

/**
 * The Mermaid pictures of our summaries as SVG, for a page that loads nothing from outside: charts (`xychart-beta` with
 * `line` or `bar`, always upright) and the stages of a plan (`gantt`). Undefined for anything else, which is then shown as text.
 */
export function drawMermaid(source: string): string | undefined {
  const lines = source
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => !line.startsWith('%%'))
  if (lines[0]?.startsWith('xychart-beta')) return drawChart(lines)
  if (lines[0] === 'gantt') return drawStages(lines)
  return undefined
}

function drawChart(lines: readonly string[]): string {
  const title = /^title "(.*)"$/.exec(lines.find((l) => l.startsWith('title')) ?? '')?.[1] ?? ''
  const labels = listOf(lines, 'x-axis').map((text) => text.replace(/^"|"$/g, ''))
  const series = ['bar', 'line'].flatMap((kind) => {
    const values = listOf(lines, kind).map(Number)
    return values.length === 0 ? [] : [{ kind, values }]
  })
  const top = Math.max(1, ...series.flatMap((s) => s.values))
  const step = (WIDTH - 2 * PAD) / Math.max(1, labels.length)
  const place = (value: number, index: number) => ({
    x: PAD + step * (index + 0.5),
    y: HEIGHT - PAD - (value / top) * (HEIGHT - 2.2 * PAD),
  })
  const marks = series.map(({ kind, values }) =>
    kind === 'bar' ? drawBars(values, place, step) : drawLine(values, place),
  )
  const axis = labels.map((label, i) => text(label, place(0, i).x, HEIGHT - PAD + 16))
  return svg(title, [...marks, ...axis].join(''))
}

type Place = (value: number, index: number) => { readonly x: number; readonly y: number }

function drawLine(values: readonly number[], place: Place): string {
  const points = values.map(place)
  const path = points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')
  const dots = points.map(
    ({ x, y }, i) =>
      `<circle cx="${x}" cy="${y.toFixed(1)}" r="4"/>${text(String(values[i]), x, y - 9)}`,
  )
  return `<polyline points="${path}" fill="none" stroke="currentColor" stroke-width="2"/>${dots.join('')}`
}

function drawBars(values: readonly number[], place: Place, step: number): string {
  return values
    .map((value, i) => {
      const { x, y } = place(value, i)
      const height = (HEIGHT - PAD - y).toFixed(1)
      const bar = `<rect x="${(x - step / 4).toFixed(1)}" y="${y.toFixed(1)}" width="${(step / 2).toFixed(1)}" height="${height}" opacity=".45"/>`
      return bar + text(String(value), x, y - 6)
    })
    .join('')
}

/** Stages one after the other, each as long as its bake. */
function drawStages(lines: readonly string[]): string {
  const stages = lines.flatMap((line) => {
    const [, name, seconds] = /^(.+?) :\w+, .*, (\d+)s$/.exec(line) ?? []
    return name === undefined ? [] : [{ name, seconds: Number(seconds) }]
  })
  const sum = stages.reduce((all, s) => all + s.seconds, 0)
  let from = PAD
  const bars = stages.map(({ name, seconds }, i) => {
    const width = ((WIDTH - 2 * PAD) * seconds) / sum
    const x = from
    from += width
    const y = PAD + i * 26
    return `<rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="18" opacity=".45"/>${text(`${name}, ${seconds} s`, x + 4, y + 13, 'start')}`
  })
  return svg('Stages', bars.join(''), PAD + stages.length * 26 + 8)
}

function listOf(lines: readonly string[], key: string): string[] {
  const found = new RegExp(`^${key}\\s*\\[(.*)\\]$`).exec(
    lines.find((l) => l.startsWith(key)) ?? '',
  )
  return (found?.[1] ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

function text(label: string, x: number, y: number, anchor = 'middle'): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${asText(label)}</text>`
}

function svg(title: string, body: string, height = HEIGHT): string {
  return `<svg role="img" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" fill="currentColor" font-size="12">${text(title, WIDTH / 2, 16)}${body}</svg>`
}

function asText(label: string): string {
  return label.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
