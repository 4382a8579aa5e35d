import { type Answer, json } from '../../actions/server.ts'
import type { Provider } from './behaviour.ts'
import { NOW, objectiveOf } from './rig.ts'

const START = NOW.getTime() / 1000 - 7200

/** One result of GetMetricData. */
export const result = (Id: string, Values: readonly number[], more: object = {}) => ({
  ...{ Id, Label: Id, StatusCode: 'Complete', Values },
  Timestamps: Values.map((_, index) => START + index * 60),
  ...more,
})

const answer = (...MetricDataResults: readonly object[]): Answer => {
  return (_, response) => json(response, { MetricDataResults, Messages: [] })
}

export const cloudWatchConfig = (url: string) => ({
  ...{ provider: 'cloudwatch', region: 'eu-central-1', url, 'session-token': 'AWS_SESSION_TOKEN' },
  values: {
    lag: {
      unit: 'count',
      metric: {
        ...{ namespace: 'Shop', name: 'Lag', statistic: 'Maximum' },
        dimensions: { Version: '{version}' },
      },
    },
    errors: {
      unit: 'ratio',
      metric: { namespace: 'Shop', name: 'Errors', statistic: 'Sum' },
      per: { namespace: 'Shop', name: 'Requests', statistic: 'Sum' },
    },
  },
})

const refusal = (type: string): Answer => {
  return (_, response) => json(response, { __type: `com.amazon#${type}`, message: 'no' }, 400)
}

export const cloudWatch: Provider = {
  name: 'cloudwatch',
  config: cloudWatchConfig,
  objective: objectiveOf({ query: 'lag' }),
  good: answer(result('value', [7]), result('samples', [100])),
  value: 7,
  nothing: {
    'no point': answer(result('value', []), result('samples', [])),
    'a part': answer(result('value', [7], { StatusCode: 'PartialData' }), result('samples', [9])),
    'an error inside': answer(
      result('value', [], { StatusCode: 'InternalError' }),
      result('samples', [9]),
    ),
    'a metric that is forbidden': answer(
      result('value', [], { StatusCode: 'Forbidden' }),
      result('samples', []),
    ),
    'a metric left out': answer(result('samples', [9])),
    'less than nothing': answer(result('value', [-7]), result('samples', [9])),
    'a clock that differs': refusal('RequestExpired'),
    'a key that is none': refusal('UnrecognizedClientException'),
  },
  skewed: answer(result('value', [7], { Timestamps: [START - 600] }), result('samples', [9])),
  throttled: refusal('ThrottlingException'),
  posts: true,
}
