import {
  type Notice,
  noticeReason,
  noticeTitle,
  withoutMarkup,
} from '../../domain/report/notice.ts'

/**
 * The message as Slack's incoming webhooks take it. What may quote the world stands in plain text; Slack reads mentions
 * and links only in `mrkdwn`, which is `verbatim` here and holds nothing but our own words and addresses.
 */
export function slackMessage(notice: Notice) {
  const title = withoutMarkup(noticeTitle(notice))
  const reason = withoutMarkup(noticeReason(notice))
  return {
    text: title,
    blocks: [
      section({ type: 'mrkdwn', verbatim: true, text: `*${title}*` }),
      ...(reason === '' ? [] : [section({ type: 'plain_text', emoji: false, text: reason })]),
      { type: 'context', elements: [{ type: 'mrkdwn', verbatim: true, text: linksOf(notice) }] },
    ],
  }
}

function section(text: object) {
  return { type: 'section', text }
}

function linksOf({ runUrl, issueUrl }: Notice): string {
  const run = `<${address(runUrl)}|run>`
  return issueUrl === undefined ? run : `${run}, <${address(issueUrl)}|issue>`
}

/** An address must not end its link early. */
function address(url: string): string {
  return withoutMarkup(url.replaceAll('|', '%7C'))
}
