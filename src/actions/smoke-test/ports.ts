import { nodeCommand } from '../../adapters/command/node-command.ts'
import { pythonProgram, scriptPathOn } from '../../adapters/command/python.ts'
import { jobFiles } from '../../adapters/files/job-files.ts'
import type { GitHub } from '../../adapters/github/connect.ts'
import { publicOnly } from '../../adapters/http/network-policy.ts'
import { nodeHttp } from '../../adapters/http/node-http.ts'
import type { Runner } from '../../adapters/runner/action.ts'
import type { SmokePorts } from '../../app/smoke-test.ts'
import type { Config } from '../../domain/config/schema.ts'
import { connectDelivery } from '../delivery.ts'

/** What the checks of the config may reach. */
export function smokePorts(config: Config, github: GitHub, runner: Runner): SmokePorts {
  const { context, signal, clock } = runner
  const rule = publicOnly(config['allow-private'])
  return {
    http: nodeHttp({ timeoutMs: 30_000, maxBytes: 4_000_000, signal }, rule),
    command: nodeCommand({ cwd: context.workspace, maxBytes: 4_000_000, signal }),
    clock,
    allow: rule,
    files: jobFiles(context),
    python: pythonProgram(context.os),
    scriptPath: scriptPathOn(context.os),
    delivery: () => connectDelivery(config, github, runner),
  }
}
