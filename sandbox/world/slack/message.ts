import * as z from 'zod'

const text = z.string().min(1).max(3000)

/** Block Kit's text object: `emoji` and `verbatim` each belong to one of its kinds. */
const Text = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('plain_text'), text, emoji: z.boolean().optional() }),
  z.strictObject({ type: z.literal('mrkdwn'), text, verbatim: z.boolean().optional() }),
])

const Block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('section'), text: Text }),
  z.strictObject({ type: z.literal('context'), elements: z.array(Text).min(1).max(10) }),
])

/** The part of a message that the suite may send, as the reference of Block Kit has it. */
export const SlackMessage = z.strictObject({
  text: z.string().min(1).max(40_000),
  blocks: z.array(Block).min(1).max(50).optional(),
})
export type SlackMessage = z.infer<typeof SlackMessage>

const WORDS = /@(?:here|channel|everyone)\b|#[a-z][\w-]*|\bhttps?:\/\/\S+/gi

/**
 * Everything in a message that Slack does not show as the text it is: `<…>` is a mention or a link, and where a text is
 * not `verbatim` it looks for mentions, channels and addresses by itself.
 */
export function activeParts({ text: fallback, blocks = [] }: SlackMessage): string[] {
  const objects = blocks.flatMap((block) =>
    block.type === 'section' ? [block.text] : block.elements,
  )
  // The text beside blocks is read like mrkdwn.
  const read = [{ type: 'mrkdwn', text: fallback } as const, ...objects]
  return read.flatMap((object) => {
    if (object.type === 'plain_text') return []
    const marked = object.text.match(/<[^>]*>/g) ?? []
    const isVerbatim = 'verbatim' in object && object.verbatim === true
    const found = isVerbatim ? [] : (object.text.replaceAll(/<[^>]*>/g, '').match(WORDS) ?? [])
    return [...marked, ...found]
  })
}

/** A text as people see it. */
export function shownText(escaped: string): string {
  return escaped.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
