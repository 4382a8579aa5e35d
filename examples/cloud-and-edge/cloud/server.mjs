// The API of the fleet: GET /api/health, GET /api/version.
import { createServer } from 'node:http'

const version = process.env.VERSION ?? 'unknown'
const answers = { '/api/health': { status: 'ok', version }, '/api/version': { version } }

createServer(({ url }, response) => {
  const answer = answers[url ?? '']
  response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' })
  response.end(JSON.stringify(answer ?? { error: 'not found' }))
}).listen(Number(process.env.PORT ?? 8080))
