import { address, issueBody, issueTitle, label, marker } from './sinks-github.ts'
import { annotations, argv, header, promql, router, slack } from './sinks-requests.ts'
import { annotation, log, output, type Sink, summary } from './sinks-runner.ts'

/** Every place where text from outside ends up, by what stands there. */
export const SINKS: Readonly<Record<string, Sink>> = {
  'a line of the log': log,
  'an annotation': annotation,
  'an output': output,
  'a summary': summary,
  'the title of an issue': issueTitle,
  'the body of an issue': issueBody,
  'a label': label,
  'a marker, a path or a name': marker,
  'an address': address,
  'a header': header,
  'an argument of a program': argv,
  'a query of Prometheus': promql,
  'a command for HAProxy': router,
  'a message in Slack': slack,
  'an annotation in Grafana': annotations,
}
