export const id = 185;
export const ids = [185];
export const modules = {

/***/ 19185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/adapters/files/job-files.js




/** Files below the runner's temporary folder and, to read, below the workspace. */
function jobFiles(folders) {
    const temporaryFolder = () => (0,promises_.mkdtemp)((0,external_node_path_.join)(folders.temp, 'release-actions-'));
    return {
        temporaryFolder,
        async writeTemporary(name, bytes) {
            if (!/^[\w.+-]+$/.test(name) || /^\.+$/.test(name))
                throw new domain_failure/* Failure */.H('bad-name', 'a file name must be letters, digits, dots and hyphens');
            const path = (0,external_node_path_.join)(await temporaryFolder(), name);
            await (0,promises_.writeFile)(path, bytes, { flag: 'wx', mode: 0o600 });
            return path;
        },
        read: (path, maxBytes) => readInside(folders.workspace, path, maxBytes),
    };
}
async function readInside(workspace, path, maxBytes) {
    const root = await (0,promises_.realpath)(workspace);
    const real = await (0,promises_.realpath)((0,external_node_path_.resolve)(root, path)).catch((cause) => {
        throw new domain_failure/* Failure */.H('absent', `the file ${path} does not exist`, '', { cause });
    });
    const inside = (0,external_node_path_.relative)(root, real);
    if (inside === '' || inside === '..' || inside.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(inside))
        throw outside(path);
    // NOFOLLOW: the path was resolved, what is a link now was put there since. NONBLOCK: a FIFO must not hold the job.
    const flags = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0);
    const handle = await (0,promises_.open)(real, flags).catch((cause) => {
        throw new domain_failure/* Failure */.H('absent', `the file ${path} cannot be read`, '', { cause });
    });
    try {
        return await readBounded(handle, path, maxBytes);
    }
    finally {
        await handle.close();
    }
}
async function readBounded(handle, path, maxBytes) {
    if (!(await handle.stat()).isFile())
        throw outside(path);
    const buffer = Buffer.alloc(maxBytes + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read)
        read = (await handle.read(buffer, length, buffer.length - length)).bytesRead;
    if (length > maxBytes)
        throw new domain_failure/* Failure */.H('too-large', `the file ${path} is larger than ${maxBytes} bytes`);
    return buffer.toString('utf8', 0, length);
}
function outside(path) {
    return new domain_failure/* Failure */.H('outside', `${path} is no file inside the workspace`, 'Name a file of it');
}

;// CONCATENATED MODULE: ./lib/adapters/artifact/run-artifacts.js




const LARGEST_FILE = 16 * 1024 * 1024;
/** Artifacts of this run by GitHub's own client, which is loaded only when one is asked for: it costs 100 ms. */
function runArtifacts(files) {
    return {
        async upload(name, texts) {
            const folder = await files.temporaryFolder();
            const paths = await Promise.all(Object.entries(texts).map(([file, text]) => save((0,external_node_path_.join)(folder, file), text)));
            const client = await artifactClient();
            const answer = await asked(client.uploadArtifact(name, paths, folder));
            if (answer.id === undefined)
                throw new domain_failure/* Failure */.H('bad-answer', `GitHub did not store the artifact ${name}`);
        },
        async download(name, wanted) {
            const client = await artifactClient();
            const { artifact } = await asked(client.getArtifact(name));
            if (artifact.digest === undefined)
                throw new domain_failure/* Failure */.H('digest-mismatch', `the artifact ${name} has no digest to check it by`);
            const folder = await files.temporaryFolder();
            const options = { path: folder, expectedHash: artifact.digest };
            const { digestMismatch } = await asked(client.downloadArtifact(artifact.id, options));
            // The client only reports it.
            if (digestMismatch !== false)
                throw new domain_failure/* Failure */.H('digest-mismatch', `the artifact ${name} is not what was uploaded`);
            return readAll(folder, wanted);
        },
    };
}
async function artifactClient() {
    const { DefaultArtifactClient } = await __webpack_require__.e(/* import() */ 252).then(__webpack_require__.bind(__webpack_require__, 91252));
    return new DefaultArtifactClient();
}
async function save(path, text) {
    await (0,promises_.writeFile)(path, text, { flag: 'wx' });
    return path;
}
/** The folder is read as strangely as a workspace: an archive may hold links. */
async function readAll(folder, names) {
    const inside = jobFiles({ workspace: folder, temp: folder });
    const texts = names.map(async (name) => [name, await inside.read(name, LARGEST_FILE)]);
    return Object.fromEntries(await Promise.all(texts));
}
async function asked(answer) {
    try {
        return await answer;
    }
    catch (cause) {
        const { name = '', message = '' } = cause;
        const line = message.replaceAll(/\s+/g, ' ').slice(0, 300);
        if (name === 'ArtifactNotFoundError')
            throw new domain_failure/* Failure */.H('absent', line, 'Run the job that uploads it first', { cause });
        throw new domain_failure/* Failure */.H('artifact', `the artifact service: ${line}`, '', { cause });
    }
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./lib/adapters/runner/command-environment.js
/**
 * Variables that no configured command gets: our inputs (the token is one), the runner's own tokens and addresses, and
 * the files by which a step speaks to the runner. A command that needs a secret gets it by `env` of the job.
 */
const OURS = /^(?:INPUT_|ACTIONS_|GITHUB_TOKEN$|GITHUB_(?:OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)$)/i;
/** The environment of a configured command, with the variables given on top. */
function commandEnvironment(more = {}, own = process.env) {
    const kept = Object.entries(own).filter(([name]) => !OURS.test(name));
    return { ...Object.fromEntries(kept), ...more };
}

;// CONCATENATED MODULE: ./lib/adapters/command/node-command.js



/** Commands as child processes, each the leader of its own process group so that it ends with all it started. */
function nodeCommand(limits) {
    return {
        async run([program = '', ...argv], { timeoutMs, env }) {
            const child = (0,external_node_child_process_.spawn)(program, argv, {
                cwd: limits.cwd,
                env: commandEnvironment(env),
                stdio: ['ignore', 'pipe', 'pipe'],
                detached: process.platform !== 'win32',
                shell: false,
            });
            return supervise(child, program, timeoutMs, limits);
        },
    };
}
function supervise(child, program, timeoutMs, { maxBytes, signal }) {
    const started = performance.now();
    return new Promise((resolve, reject) => {
        const give = (failure) => {
            endGroup(child);
            settle(() => reject(failure));
        };
        const tooLarge = () => give(new domain_failure/* Failure */.H('too-large', `${program} prints more than ${maxBytes} bytes`));
        const late = () => give(new domain_failure/* Failure */.H('timeout', `${program} did not end within ${timeoutMs} ms`));
        const cancelled = () => give(new domain_failure/* Failure */.H('cancelled', 'the job was cancelled'));
        const timer = setTimeout(late, timeoutMs);
        const settle = (act) => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', cancelled);
            act();
        };
        if (signal?.aborted)
            cancelled();
        signal?.addEventListener('abort', cancelled);
        const stdout = collect(child.stdout, maxBytes, tooLarge);
        const stderr = collect(child.stderr, maxBytes, tooLarge);
        child.once('error', (error) => settle(() => reject(notStarted(program, error))));
        child.once('close', (exit) => {
            const elapsedMs = Math.round(performance.now() - started);
            settle(() => resolve({ exit, stdout: stdout(), stderr: stderr(), elapsedMs }));
        });
    });
}
/** Gather a stream's text; the result is asked for when it has ended. */
function collect(stream, maxBytes, tooLarge) {
    const chunks = [];
    let bytes = 0;
    stream?.on('data', (chunk) => {
        bytes += chunk.length;
        if (bytes > maxBytes)
            tooLarge();
        else
            chunks.push(chunk);
    });
    return () => Buffer.concat(chunks).toString('utf8');
}
function endGroup(child) {
    if (child.pid === undefined)
        return;
    try {
        if (process.platform === 'win32')
            child.kill('SIGKILL');
        else
            process.kill(-child.pid, 'SIGKILL');
    }
    catch {
        // Gone already.
    }
}
function notStarted(program, error) {
    const code = error.code ?? '';
    if (code === 'ENOENT')
        return new domain_failure/* Failure */.H('absent', `the program ${program} does not exist`, 'Install it in the job');
    return new domain_failure/* Failure */.H('not-started', `the program ${program} could not be started (${code})`);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/adapters/digest.js

/** SHA-256 of text or bytes as `sha256:<hex>`. */
function sha256(data) {
    return `sha256:${(0,external_node_crypto_.createHash)('sha256').update(data).digest('hex')}`;
}
const digest = (/* unused pure expression or super */ null && (sha256));

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
;// CONCATENATED MODULE: ./lib/adapters/runner/proxy-environment.js
/** Variables that name the job's proxy: `HTTP_PROXY`, `HTTPS_PROXY`, `NO_PROXY` in either case. */
const proxyEnvironment = process.env;

;// CONCATENATED MODULE: ./lib/adapters/http/node-http.js




const proxied = { proxyEnv: proxyEnvironment };
const agents = { 'http:': new external_node_http_.Agent(proxied), 'https:': new external_node_https_.Agent(proxied) };
/**
 * The one transport of the suite, on `node:http`: built-in fetch holds the process open 45 ms at exit. Redirects are
 * not followed, so credentials never leave the origin they were given for.
 */
function nodeHttp(limits, rule) {
    return {
        async send(request) {
            const url = new URL(request.url);
            rule(url);
            const timeout = AbortSignal.timeout(request.timeoutMs ?? limits.timeoutMs);
            const signal = limits.signal ? AbortSignal.any([timeout, limits.signal]) : timeout;
            const started = performance.now();
            try {
                const answer = await node_http_open(url, request, signal);
                const body = await read(answer, limits.maxBytes);
                return toAnswer(answer, body, performance.now() - started);
            }
            catch (error) {
                throw asFailure(error, url, timeout);
            }
        },
    };
}
function node_http_open(url, request, signal) {
    const secure = url.protocol === 'https:';
    const send = secure ? external_node_https_.request : external_node_http_.request;
    const { method, body } = request;
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const headers = { ...request.headers, ...length };
    const agent = secure ? agents['https:'] : agents['http:'];
    return new Promise((resolve, reject) => {
        send(url, { method, headers, signal, agent }, resolve).on('error', reject).end(body);
    });
}
async function read(answer, maxBytes) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of answer) {
        bytes += chunk.length;
        if (bytes > maxBytes)
            throw new domain_failure/* Failure */.H('too-large', `answer is larger than ${maxBytes} bytes`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
function toAnswer(answer, body, elapsed) {
    const entries = Object.entries(answer.headers).map(([k, v]) => [k, String(v ?? '')]);
    return {
        status: answer.statusCode ?? 0,
        headers: Object.fromEntries(entries),
        body,
        elapsedMs: Math.round(elapsed),
    };
}
/** Names the host only: a path may hold what must not be shown. */
function asFailure(error, url, timeout) {
    if (error instanceof domain_failure/* Failure */.H)
        return error;
    if (timeout.aborted)
        return new domain_failure/* Failure */.H('timeout', `${url.host} did not answer in time`);
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ABORT_ERR')
        return new domain_failure/* Failure */.H('cancelled', 'the job was cancelled');
    const word = code === '' ? 'the connection failed' : `the connection failed (${code})`;
    return new domain_failure/* Failure */.H('connection', `${url.host}: ${word}`, 'Check the address and that it is up', {
        cause: error,
    });
}

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js
var github = __webpack_require__(61351);
// EXTERNAL MODULE: ./node_modules/@octokit/plugin-retry/dist-bundle/index.js
var dist_bundle = __webpack_require__(49735);
;// CONCATENATED MODULE: ./lib/adapters/github/failure.js

const CODES = {
    401: 'unauthorised',
    403: 'forbidden',
    404: 'absent',
    409: 'conflict',
    410: 'gone',
    422: 'rejected',
    429: 'rate-limited',
};
const REMEDIES = {
    unauthorised: 'Give a valid token',
    absent: 'Check the name, and that the token may read it: GitHub hides what a token may not see',
    'rate-limited': 'Try again after the limit has passed',
};
/** Turn what Octokit throws into one line: route, status, GitHub's own message, and the permission it asks for. */
function githubFailure(error, route) {
    const failure = causeOf(error);
    if (failure !== undefined)
        return failure;
    const status = statusOf(error);
    if (status === undefined)
        return new domain_failure/* Failure */.H('unreachable', `GitHub could not be asked: ${route}`, '', { cause: error });
    const code = CODES[status] ?? (status >= 500 ? 'server-error' : 'rejected');
    const said = saying(error);
    return new domain_failure/* Failure */.H(code, `GitHub answered ${status} to ${route}${said}`, remedyFor(code, error), {
        cause: error,
    });
}
/** GitHub's own words in one line; a page of HTML says nothing. */
function saying(error) {
    const text = error instanceof Error ? error.message.trim() : '';
    if (text === '')
        return '';
    if (/^<|<html/i.test(text))
        return ': a page instead of JSON';
    const line = text.replaceAll(/\s+/g, ' ').replace(/ - https:\S+$/, '');
    return `: ${line.slice(0, 300)}`;
}
function remedyFor(code, error) {
    const wanted = acceptedPermissions(error);
    if (code === 'forbidden' && wanted !== '')
        return `Grant the job ${wanted.replaceAll('=', ': ')}`;
    return REMEDIES[code] ?? '';
}
function acceptedPermissions(error) {
    const headers = field(field(error, 'response'), 'headers');
    const value = field(headers, 'x-accepted-github-permissions');
    return typeof value === 'string' && /^[\w=;,\s-]{1,200}$/.test(value) ? value : '';
}
/** The transport's own failure, which Octokit wraps as a status 500. */
function causeOf(error) {
    if (error instanceof domain_failure/* Failure */.H)
        return error;
    const cause = field(error, 'cause');
    return cause instanceof domain_failure/* Failure */.H ? cause : undefined;
}
function statusOf(error) {
    const status = field(error, 'status');
    return typeof status === 'number' ? status : undefined;
}
function field(value, key) {
    return typeof value === 'object' && value !== null
        ? value[key]
        : undefined;
}

;// CONCATENATED MODULE: ./lib/adapters/github/fetch.js
/** Our transport in the shape that Octokit expects as `request.fetch`. */
function httpFetch(http) {
    return async (url, init = {}) => {
        const answer = await http.send({
            method: (init.method ?? 'GET'),
            url,
            headers: init.headers ?? {},
            ...(init.body === undefined || init.body === null ? {} : { body: init.body }),
        });
        const text = () => new TextDecoder().decode(answer.body);
        return {
            status: answer.status,
            statusText: '',
            url,
            ok: answer.status >= 200 && answer.status < 300,
            headers: new Map(Object.entries(answer.headers)),
            text: async () => text(),
            json: async () => JSON.parse(text()),
            arrayBuffer: async () => new Uint8Array(answer.body).buffer,
        };
    };
}

;// CONCATENATED MODULE: ./lib/adapters/github/client.js





/** Statuses that a repetition does not cure; 429 is waited for by the caller, not by blind repetition. */
const FINAL = [400, 401, 403, 404, 409, 410, 422, 429, 451];
/** Milliseconds; the plugin waits this before the second attempt and four times as long before the third. */
const PAUSE_MS = 300;
function githubClient(token, http, target) {
    const octokit = (0,github/* getOctokit */.Q)(token, {
        baseUrl: target.apiUrl,
        request: { fetch: httpFetch(http) },
        // Not `request.retries`: with that the plugin repeats whatever the status, at once.
        retry: { doNotRetry: FINAL, retries: 2, retryAfterBaseValue: PAUSE_MS },
    }, dist_bundle/* retry */.L);
    const send = async (schema, route, parameters) => {
        const answer = await octokit
            .request(route, { owner: target.owner, repo: target.repo, ...parameters })
            .catch((error) => {
            throw githubFailure(error, route);
        });
        return checked(schema, answer.data, route);
    };
    return {
        get: (schema, route, parameters = {}) => send(schema, route, parameters),
        write: (schema, route, parameters = {}) => send(schema, route, { ...parameters, request: { retries: 0 } }),
        mutate: (query, variables) => octokit.graphql(query, { ...variables, request: { retries: 0 } }),
        list: (item, route, parameters = {}, pages = 20) => listPages((page) => send(item.array(), route, { ...parameters, per_page: 100, page }), pages, route),
    };
}
async function listPages(load, pages, route) {
    const all = [];
    for (let page = 1; page <= pages; page++) {
        const items = await load(page);
        all.push(...items);
        if (items.length < 100)
            return all;
    }
    throw new domain_failure/* Failure */.H('too-many', `GitHub lists more than ${pages * 100} items for ${route}`);
}
function checked(schema, data, route) {
    const parsed = schema.safeParse(data);
    if (parsed.success)
        return parsed.data;
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    const what = typeof data === 'string' ? 'no JSON' : `a wrong or missing field ${field}`;
    throw new domain_failure/* Failure */.H('bad-answer', `GitHub answered ${route} with ${what}`);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./lib/adapters/github/issues.js


const TRUSTED = ['OWNER', 'MEMBER', 'COLLABORATOR'];
const Label = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* object */.Ikc({ name: schemas/* string */.YjP().nullish() })]);
const IssueAnswer = schemas/* object */.Ikc({
    number: schemas/* int */.Whr().positive(),
    title: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullish(),
    state: schemas/* enum */.k5n(['open', 'closed']),
    html_url: schemas/* url */.OZ5(),
    labels: schemas/* array */.YOg(Label),
    user: schemas/* object */.Ikc({ type: schemas/* string */.YjP() }).nullish(),
    author_association: schemas/* string */.YjP().optional(),
    closed_by: schemas/* object */.Ikc({ login: schemas/* string */.YjP(), type: schemas/* string */.YjP() }).nullish(),
    pull_request: schemas/* unknown */.L5J().optional(),
})
    .transform((i) => ({
    issue: {
        number: i.number,
        title: i.title,
        body: i.body ?? '',
        state: i.state,
        url: i.html_url,
        labels: i.labels.map((l) => (typeof l === 'string' ? l : (l.name ?? ''))),
        trusted: i.user?.type === 'Bot' || TRUSTED.includes(i.author_association ?? ''),
        // A bot closes nothing on a person's behalf.
        closedBy: i.closed_by?.type === 'User' ? i.closed_by.login : undefined,
    },
    isPullRequest: i.pull_request !== undefined && i.pull_request !== null,
}));
const ISSUES = '/repos/{owner}/{repo}/issues';
function githubIssues(client) {
    const one = (route, parameters) => client.write(IssueAnswer, route, parameters).then((answer) => answer.issue);
    return {
        async withMarker(marker, state, { since, label } = {}) {
            const query = {
                ...{ state, sort: 'created', direction: 'asc' },
                ...(since && { since: since.toISOString() }),
                ...(label && { labels: label }),
            };
            const all = await client.list(IssueAnswer, `GET ${ISSUES}`, query);
            return all
                .filter((a) => !a.isPullRequest && a.issue.trusted && a.issue.body.includes(marker))
                .map((a) => a.issue);
        },
        async get(number) {
            const route = `GET ${ISSUES}/{issue_number}`;
            return (await client.get(IssueAnswer, route, { issue_number: number })).issue;
        },
        create: (issue) => createRobustly(issue, one),
        update: (number, change) => one(`PATCH ${ISSUES}/{issue_number}`, { issue_number: number, ...change }),
        async comment(number, body) {
            await client.write(schemas/* object */.Ikc({ id: schemas/* number */.aig() }), `POST ${ISSUES}/{issue_number}/comments`, {
                issue_number: number,
                body,
            });
        },
    };
}
/** An issue without labels is better than none: GitHub refuses the whole issue when it refuses a label. */
async function createRobustly({ title, body, labels }, send) {
    try {
        return await send(`POST ${ISSUES}`, { title, body, labels: [...labels] });
    }
    catch (error) {
        const labelled = labels.length > 0 && error instanceof domain_failure/* Failure */.H;
        if (!labelled || !['rejected', 'forbidden'].includes(error.code))
            throw error;
        return send(`POST ${ISSUES}`, { title, body });
    }
}

;// CONCATENATED MODULE: ./lib/adapters/github/ledger-root.js
/** The branch that holds the ledger. */
const LEDGER_BRANCH = 'release-ledger';
const README = `# Release ledger

Written by release-actions, one commit an entry. Every entry names the one before it by its SHA-256: changing or removing
one breaks the chain. Do not edit, merge or delete this branch; recommended branch rules: \`deletion\` and
\`non_fast_forward\`.
`;
/** Root of the branch: an explanation, and what keeps foreign builders from building it. */
const ROOT_FILES = [
    { path: 'README.md', text: README },
    { path: 'vercel.json', text: '{ "git": { "deploymentEnabled": false } }\n' },
    { path: 'netlify.toml', text: '[build]\n  ignore = "exit 0"\n' },
];

;// CONCATENATED MODULE: ./lib/adapters/github/repository.js


const FileAnswer = schemas/* object */.Ikc({
    type: schemas/* literal */.euz('file'),
    encoding: schemas/* literal */.euz('base64'),
    content: schemas/* string */.YjP(),
});
const CommitAnswer = schemas/* object */.Ikc({ sha: schemas/* string */.YjP().regex(/^[0-9a-f]{40}$/) });
const PermissionAnswer = schemas/* object */.Ikc({ permission: schemas/* string */.YjP() });
const Rule = schemas/* object */.Ikc({ type: schemas/* string */.YjP() });
/** A 404 as `undefined`; every other failure stays one. */
async function unlessAbsent(request, code = 'absent') {
    try {
        return await request;
    }
    catch (error) {
        if (error instanceof domain_failure/* Failure */.H && error.code === code)
            return undefined;
        throw error;
    }
}
function githubRepository(client) {
    return {
        async defaultFile(path) {
            const route = `GET /repos/{owner}/{repo}/contents/${encodePath(path)}`;
            // Without a ref GitHub reads the default branch.
            const file = await unlessAbsent(client.get(FileAnswer, route));
            return file === undefined ? undefined : Buffer.from(file.content, 'base64').toString('utf8');
        },
        async tagCommit(tag) {
            const route = 'GET /repos/{owner}/{repo}/commits/{ref}';
            const ref = `tags/${tag}`;
            // GitHub answers 422 where a ref does not resolve to a commit, 404 where the repository is not seen.
            const commit = await unlessAbsent(unlessAbsent(client.get(CommitAnswer, route, { ref })), 'rejected');
            return commit?.sha;
        },
        createBranch: (name, commit) => createBranch(client, name, commit),
        async permission(login) {
            const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission';
            const answer = await unlessAbsent(client.get(PermissionAnswer, route, { username: login }));
            return answer?.permission ?? 'none';
        },
        async branchRules(branch) {
            const route = 'GET /repos/{owner}/{repo}/rules/branches/{branch}';
            return (await client.list(Rule, route, { branch })).map((rule) => rule.type);
        },
    };
}
async function createBranch(client, name, sha) {
    const route = 'POST /repos/{owner}/{repo}/git/refs';
    try {
        await client.write(schemas/* object */.Ikc({ ref: schemas/* string */.YjP() }), route, { ref: `refs/heads/${name}`, sha });
        return 'created';
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.H))
            throw error;
        if (error.code === 'rejected' && /already exists/i.test(error.message))
            return 'there already';
        // 404 is what GitHub says where the token lacks `workflows`.
        if (['forbidden', 'absent', 'rejected'].includes(error.code))
            return 'refused';
        throw error;
    }
}
function encodePath(path) {
    return path.split('/').map(encodeURIComponent).join('/');
}

;// CONCATENATED MODULE: ./lib/adapters/github/ledger-store.js





const Sha = schemas/* string */.YjP().regex(/^[0-9a-f]{40}$/);
const Named = schemas/* object */.Ikc({ sha: Sha });
const Ref = schemas/* object */.Ikc({ object: schemas/* object */.Ikc({ sha: Sha, type: schemas/* literal */.euz('commit') }) });
const Tree = schemas/* object */.Ikc({
    truncated: schemas/* boolean */.zMY(),
    tree: schemas/* array */.YOg(schemas/* object */.Ikc({ path: schemas/* string */.YjP(), type: schemas/* string */.YjP(), sha: Sha })),
});
const Blob = schemas/* object */.Ikc({ content: schemas/* string */.YjP(), encoding: schemas/* literal */.euz('base64') });
const Committed = schemas/* object */.Ikc({
    createCommitOnBranch: schemas/* object */.Ikc({ commit: schemas/* object */.Ikc({ oid: Sha }) }),
});
const GIT = '/repos/{owner}/{repo}/git';
const MUTATION = `mutation append($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;
function githubLedgerStore(client, target) {
    const head = async () => {
        const ref = await unlessAbsent(client.get(Ref, `GET ${GIT}/ref/{ref}`, { ref: `heads/${LEDGER_BRANCH}` }));
        return ref?.object.sha;
    };
    return {
        head,
        create: () => ledger_store_createBranch(client, head),
        async files(at) {
            const tree = await client.get(Tree, `GET ${GIT}/trees/{tree_sha}`, {
                tree_sha: at,
                recursive: '1',
            });
            if (tree.truncated)
                throw new domain_failure/* Failure */.H('truncated', 'GitHub cut the list of ledger entries');
            return tree.tree.filter((t) => t.type === 'blob').map((t) => ({ path: t.path, blob: t.sha }));
        },
        async read(blob) {
            const answer = await client.get(Blob, `GET ${GIT}/blobs/{file_sha}`, { file_sha: blob });
            return Buffer.from(answer.content, 'base64').toString('utf8');
        },
        commit: (commit) => send(client, target, commit),
    };
}
/** Blob by blob, tree, commit without parent, ref. Whoever loses the race for the ref reads the winner's head. */
async function ledger_store_createBranch(client, head) {
    const tree = await client.write(Named, `POST ${GIT}/trees`, {
        tree: ROOT_FILES.map(({ path, text }) => ({
            path,
            mode: '100644',
            type: 'blob',
            content: text,
        })),
    });
    const commit = await client.write(Named, `POST ${GIT}/commits`, {
        message: 'Begin the release ledger [skip ci]',
        tree: tree.sha,
        parents: [],
    });
    const created = await unlessAbsent(client.write(Ref, `POST ${GIT}/refs`, { ref: `refs/heads/${LEDGER_BRANCH}`, sha: commit.sha }), 'rejected');
    const at = created?.object.sha ?? (await head());
    if (at === undefined)
        throw new domain_failure/* Failure */.H('refused', `GitHub refused the branch ${LEDGER_BRANCH}`, 'Exclude it from the rules that forbid its creation');
    return at;
}
async function send(client, target, commit) {
    const input = {
        branch: {
            repositoryNameWithOwner: `${target.owner}/${target.repo}`,
            branchName: LEDGER_BRANCH,
        },
        expectedHeadOid: commit.expectedHead,
        message: { headline: commit.message },
        fileChanges: {
            additions: commit.additions.map(({ path, text }) => ({
                path,
                contents: Buffer.from(text).toString('base64'),
            })),
            deletions: commit.deletions.map((path) => ({ path })),
        },
    };
    try {
        const answer = Committed.safeParse(await client.mutate(MUTATION, { input }));
        if (!answer.success)
            return { kind: 'unknown', reason: 'GitHub answered without a commit' };
        return { kind: 'committed', head: answer.data.createCommitOnBranch.commit.oid };
    }
    catch (error) {
        return refused(error);
    }
}
/** Only `STALE_DATA` is a lost race; a lost connection or 5xx says nothing; everything else is a refusal. */
function refused(error) {
    const errors = field(error, 'errors');
    const first = Array.isArray(errors) ? errors[0] : undefined;
    if (field(first, 'type') === 'STALE_DATA')
        return { kind: 'stale' };
    if (first !== undefined) {
        const text = String(field(first, 'message') ?? 'without a reason').replaceAll(/\s+/g, ' ');
        throw new domain_failure/* Failure */.H('refused', `GitHub refused the ledger entry: ${text.slice(0, 300)}`, `Exclude the branch ${LEDGER_BRANCH} from rules that forbid the job's push, or give the job contents: write`);
    }
    const failure = githubFailure(error, 'POST /graphql');
    if (['server-error', 'connection', 'timeout', 'unreachable'].includes(failure.code))
        return { kind: 'unknown', reason: failure.message };
    throw failure;
}

;// CONCATENATED MODULE: ./lib/adapters/github/download.js


/**
 * Bytes of a release asset. GitHub answers with a redirect to a storage host: the token is not sent there.
 * @throws Failure `bad-asset` when the asset is not complete or the bytes are not those of its size and digest;
 * `bad-answer` when GitHub does not give them.
 */
async function downloadAsset(asset, http, access) {
    if (asset.state !== 'uploaded')
        throw new domain_failure/* Failure */.H('bad-asset', `asset ${asset.name} is not complete`, 'Upload it again');
    const url = `${access.apiUrl}/repos/${access.owner}/${access.repo}/releases/assets/${asset.id}`;
    const headers = { accept: 'application/octet-stream', 'user-agent': 'release-actions' };
    const first = await http.send({
        method: 'GET',
        url,
        headers: { ...headers, authorization: `token ${access.token}` },
    });
    const location = first.status === 302 ? first.headers.location : undefined;
    const answer = location === undefined ? first : await http.send({ method: 'GET', url: location, headers });
    return verified(asset, answer);
}
function verified(asset, answer) {
    if (answer.status !== 200)
        throw new domain_failure/* Failure */.H('bad-answer', `asset ${asset.name}: the download was answered with ${answer.status}`);
    const digest = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(answer.body).digest('hex')}`;
    const same = asset.digest === '' || asset.digest === digest;
    if (answer.body.length !== asset.size || !same)
        throw new domain_failure/* Failure */.H('bad-asset', `asset ${asset.name}: the bytes are not those of its size and digest`);
    return answer.body;
}

;// CONCATENATED MODULE: ./lib/adapters/github/releases.js




const AssetAnswer = schemas/* object */.Ikc({
    id: schemas/* int */.Whr().positive(),
    name: schemas/* string */.YjP(),
    size: schemas/* int */.Whr().nonnegative(),
    state: schemas/* string */.YjP(),
    digest: schemas/* string */.YjP().nullish(),
})
    .transform((a) => ({ ...a, digest: a.digest ?? '' }));
const ReleaseAnswer = schemas/* object */.Ikc({
    id: schemas/* int */.Whr().positive(),
    tag_name: schemas/* string */.YjP(),
    draft: schemas/* boolean */.zMY(),
    prerelease: schemas/* boolean */.zMY(),
    immutable: schemas/* boolean */.zMY().optional(),
    html_url: schemas/* url */.OZ5(),
    upload_url: schemas/* string */.YjP(),
    assets: schemas/* array */.YOg(AssetAnswer),
})
    .transform((r) => ({
    id: r.id,
    tag: r.tag_name,
    draft: r.draft,
    prerelease: r.prerelease,
    immutable: r.immutable ?? false,
    url: r.html_url,
    uploadUrl: r.upload_url.replace(/\{.*\}$/, ''),
    assets: r.assets,
}));
const RELEASES = '/repos/{owner}/{repo}/releases';
function githubReleases(client, http, access) {
    const all = () => client.list(ReleaseAnswer, `GET ${RELEASES}`, {}, 10);
    return {
        // The list holds drafts too, which the route by tag never shows.
        byTag: async (tag) => (await all()).find((release) => release.tag === tag),
        published: async () => (await all()).filter((release) => !release.draft),
        download: (asset) => downloadAsset(asset, http, access),
        upload: (release, name, bytes, type) => upload(client, release, { name, bytes, type }, access.apiUrl),
        async remove(asset) {
            await client.write(schemas/* unknown */.L5J(), `DELETE ${RELEASES}/assets/{asset_id}`, {
                asset_id: asset.id,
            });
        },
        publish: (release) => client.write(ReleaseAnswer, `PATCH ${RELEASES}/{release_id}`, {
            release_id: release.id,
            draft: false,
        }),
    };
}
/** The token goes to GitHub's upload host only, whatever the release says. */
async function upload(client, release, { name, bytes, type }, apiUrl) {
    const origin = new URL(release.uploadUrl).origin;
    if (origin !== 'https://uploads.github.com' && origin !== new URL(apiUrl).origin)
        throw new domain_failure/* Failure */.H('bad-answer', `GitHub named an upload address at ${origin}`);
    const asset = await client.write(AssetAnswer, `POST ${release.uploadUrl}{?name}`, {
        name,
        data: bytes,
        headers: { 'content-type': type },
    });
    const digest = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}`;
    const whole = asset.state === 'uploaded' && asset.size === bytes.length;
    if (!whole || (asset.digest !== '' && asset.digest !== digest))
        throw new domain_failure/* Failure */.H('bad-upload', `GitHub did not store ${name} whole`, 'Run the job again');
    return asset;
}

;// CONCATENATED MODULE: ./lib/adapters/github/connect.js







/**
 * Not tied to the job's cancellation: what a cancelled job still has to record must get through. Each request has its
 * own deadline.
 */
function connect(token, { context, mask }) {
    mask(token);
    const target = { apiUrl: context.apiUrl, owner: context.owner, repo: context.repository };
    const http = nodeHttp({ timeoutMs: 30_000, maxBytes: 256 * 1024 * 1024 }, httpsOr(target.apiUrl));
    const client = githubClient(token, http, target);
    return {
        repository: githubRepository(client),
        issues: githubIssues(client),
        releases: githubReleases(client, http, { ...target, token }),
        ledger: githubLedgerStore(client, target),
    };
}
/** GitHub redirects downloads to storage hosts that it names itself: https, or the API's own origin. */
function httpsOr(apiUrl) {
    const { origin } = new URL(apiUrl);
    return (url) => {
        if (url.protocol !== 'https:' && url.origin !== origin)
            throw new domain_failure/* Failure */.H('forbidden-origin', 'GitHub named an address that is not https');
    };
}

// EXTERNAL MODULE: ./lib/domain/config/ratio.js
var ratio = __webpack_require__(70292);
// EXTERNAL MODULE: ./lib/domain/judging/verdict.js
var verdict = __webpack_require__(19534);
;// CONCATENATED MODULE: ./lib/domain/performance/judge.js


/** The verdict over all metrics: the worst of them; no metric at all is inconclusive. */
function judgePerformance(comparisons, limits) {
    return (0,verdict/* overall */.Me)(comparisons.map((c) => toEvidence(c, limits)));
}
function toEvidence(comparison, { threshold, alpha }) {
    const { name, verdict, samples, direction, problem } = comparison;
    const worse = direction === 'lower' ? 'more' : 'less';
    return {
        name,
        verdict,
        question: `rank test of ${samples[1]} values against ${samples[0]}, p at most ${alpha}, Holm over all metrics`,
        answer: problem === '' ? changeText(comparison) : problem,
        limit: `at most ${(0,ratio/* formatRatio */.B0)(threshold)} ${worse}`,
        samples: samples[0] + samples[1],
    };
}
/** `+18.2 % (p 0.0004)`. */
function changeText({ shift, p }) {
    if (Number.isNaN(shift))
        return 'no shift';
    const sign = shift > 0 ? '+' : '';
    return `${sign}${(0,ratio/* formatRatio */.B0)(shift)} (p ${Number(p.toPrecision(2))})`;
}
/** Outside the advised 10 to 20 % a threshold is either noise or blindness. Undefined when it is inside. */
function thresholdNotice(threshold) {
    if (threshold >= 0.1 && threshold <= 0.2)
        return undefined;
    const why = threshold < 0.1 ? 'may call noise a regression' : 'lets real regressions pass';
    return `a threshold of ${(0,ratio/* formatRatio */.B0)(threshold)} ${why}: 10 to 20 % is advised`;
}

// EXTERNAL MODULE: ./lib/domain/release/version.js
var release_version = __webpack_require__(48994);
;// CONCATENATED MODULE: ./lib/domain/performance/result-file.js



const MetricName = schemas/* string */.YjP().regex(/^[A-Za-z][\w.-]{0,63}$/, 'must be letters, digits, _ . -');
const Unit = schemas/* string */.YjP().regex(/^[A-Za-z%µ][A-Za-z0-9%µ/^ -]{0,15}$/, 'must be a short unit');
const Direction = schemas/* enum */.k5n(['lower', 'higher']);
const Metric = schemas/* strictObject */.rej({
    unit: Unit,
    /** Which way is better. */
    direction: Direction,
    /** JSON has no NaN: a value that could not be measured is null. */
    values: schemas/* array */.YOg(schemas/* number */.aig().nullable()).max(1000),
});
/** What was measured of one version: the file of the action `perf-regression`. */
const ResultFile = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz(1),
    version: schemas/* string */.YjP().refine((text) => (0,release_version/* parseVersion */.ot)(text, '') !== undefined, {
        error: 'must be a version such as 1.4.0',
    }),
    metrics: schemas/* record */.g1P(MetricName, Metric).refine(atMost200, { error: 'holds more than 200 metrics' }),
});
/** What a measuring command prints: one value of each metric. */
const Sample = schemas/* strictObject */.rej({
    metrics: schemas/* record */.g1P(MetricName, schemas/* strictObject */.rej({ unit: Unit, direction: Direction, value: schemas/* number */.aig().nullable() }))
        .refine(atMost200, { error: 'holds more than 200 metrics' }),
});
function atMost200(metrics) {
    return Object.keys(metrics).length <= 200;
}
/** @throws Failure `bad-result` naming the file and the field. */
function parseResultFile(text, name) {
    return parseJson(ResultFile, text, name);
}
/** The last line that is not empty. @throws Failure `bad-result` naming the field. */
function parseSample(stdout, name) {
    return parseJson(Sample, stdout.trim().split('\n').at(-1) ?? '', name);
}
function parseJson(schema, text, name) {
    const parsed = schema.safeParse(toJson(text, name));
    if (parsed.success)
        return parsed.data;
    const [issue] = parsed.error.issues;
    const where = issue === undefined ? '' : issue.path.map(String).join('.');
    throw bad(name, `${where === '' ? 'the whole' : where}: ${issue?.message ?? 'is not valid'}`);
}
function toJson(text, name) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw bad(name, 'it is no JSON');
    }
}
function bad(name, problem) {
    return new domain_failure/* Failure */.H('bad-result', `${name} is no performance result: ${problem}`);
}

;// CONCATENATED MODULE: ./lib/domain/statistics/median.js
/** The middle value, or the mean of the two middle ones; NaN of nothing. The order of `values` does not matter. */
function median(values) {
    const sorted = values.toSorted((a, b) => a - b);
    const middle = sorted.length >> 1;
    const upper = sorted[middle] ?? Number.NaN;
    return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

;// CONCATENATED MODULE: ./lib/domain/statistics/hodgeslehmann.js

/**
 * How far the first sample lies above the second: the median of all differences x − y, in their unit. One outlier
 * moves it hardly, where it would move a difference of means.
 */
function hodgesLehmannShift(x, y) {
    return median(x.flatMap((a) => y.map((b) => a - b)));
}
/** The same on the log scale: the factor between the samples; NaN unless all values are above 0. */
function hodgesLehmannRatio(x, y) {
    if (![...x, ...y].every((v) => v > 0))
        return Number.NaN;
    return Math.exp(hodgesLehmannShift(x.map(Math.log), y.map(Math.log)));
}

;// CONCATENATED MODULE: ./lib/domain/statistics/holm.js
/**
 * Holm's adjustment of p values for asking several questions at once, in the order given: the chance that any of the
 * questions is answered wrongly stays below alpha when each adjusted p is held against it.
 */
function holm(p) {
    const order = p.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
    const adjusted = [...p];
    let highest = 0;
    for (const [rank, { value, index }] of order.entries()) {
        highest = Math.max(highest, Math.min(1, value * (p.length - rank)));
        adjusted[index] = highest;
    }
    return adjusted;
}

;// CONCATENATED MODULE: ./lib/domain/statistics/midranks.js
function midranks(x, y) {
    const sorted = [...x, ...y].sort((a, b) => a - b);
    const rank = new Map();
    let tieTerm = 0;
    for (let start = 0; start < sorted.length;) {
        const value = sorted[start] ?? Number.NaN;
        const next = sorted.findIndex((other, i) => i > start && other !== value);
        const end = next === -1 ? sorted.length : next;
        const size = end - start;
        rank.set(value, start + 1 + end);
        tieTerm += size ** 3 - size;
        start = end;
    }
    const doubled = (values) => values.map((v) => rank.get(v) ?? Number.NaN);
    return { doubled: doubled(x), all: doubled([...x, ...y]), tieTerm };
}

;// CONCATENATED MODULE: ./lib/domain/statistics/normal.js
/** Probability that a standard normal variable is greater than `z`; relative accuracy better than 1e-12. */
function normalTail(z) {
    if (z < 0)
        return 1 - normalTail(-z);
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    return z < 3 ? 0.5 - density * series(z) : density * millsRatio(z);
}
/** z + z³/3 + z⁵/15 + …: converges fast near 0, and would cancel in the far tail. */
function series(z) {
    let sum = 0;
    let term = z;
    for (let n = 1; term > sum * 1e-17; n += 2) {
        sum += term;
        term *= (z * z) / (n + 2);
    }
    return sum;
}
/** 1 / (z + 1 / (z + 2 / (z + 3 / …))), from the inside out. */
function millsRatio(z) {
    let inner = z;
    for (let n = 120; n >= 1; n--)
        inner = z + n / inner;
    return 1 / inner;
}

;// CONCATENATED MODULE: ./lib/domain/statistics/mannwhitney.js


/** Beyond so many values together the exact distribution costs more than it gives. */
const EXACT_UP_TO = 60;
/**
 * Mann–Whitney's rank test of two samples of finite numbers, neither empty. Exact over all splits of the values that
 * were seen, ties included, up to 60 values; the normal approximation beyond.
 */
function mannWhitney(x, y, alternative) {
    const exact = x.length + y.length <= EXACT_UP_TO;
    return exact ? exactTest(x, y, alternative) : approximateTest(x, y, alternative);
}
/** The smallest one-sided p that samples of these sizes can reach: one split of all that are possible. */
function smallestP(n, m) {
    let splits = 1;
    for (let i = 1; i <= Math.min(n, m); i++)
        splits *= (n + m - Math.min(n, m) + i) / i;
    return 1 / splits;
}
/** Every split of the ranks into groups of these sizes is equally likely: count those at least as extreme. */
function exactTest(x, y, alternative) {
    const { doubled, all } = midranks(x, y);
    const seen = doubled.reduce((sum, r) => sum + r, 0);
    const counts = splitsBySum(all, x.length);
    const total = counts.reduce((sum, c) => sum + c, 0);
    const share = (from, to) => counts.slice(from, to).reduce((sum, c) => sum + c, 0) / total;
    const tails = { greater: share(seen, counts.length), less: share(0, seen + 1) };
    return { u: uOf(seen / 2, x.length), p: pick(tails, alternative) };
}
/** How many ways there are to take `size` of the ranks with each sum: index = sum. */
function splitsBySum(ranks, size) {
    const total = ranks.reduce((sum, r) => sum + r, 0);
    const ways = Array.from({ length: size + 1 }, () => new Float64Array(total + 1));
    const none = ways[0];
    if (none !== undefined)
        none[0] = 1;
    for (const rank of ranks)
        for (let k = size; k >= 1; k--)
            addShifted(ways[k], ways[k - 1], rank);
    return ways[size] ?? new Float64Array(0);
}
function addShifted(target, source, by = 0) {
    if (target === undefined || source === undefined)
        return;
    for (let sum = by; sum < target.length; sum++)
        target[sum] = (target[sum] ?? 0) + (source[sum - by] ?? 0);
}
/** The normal approximation, with the variance corrected for ties and a continuity correction of one half. */
function approximateTest(x, y, alternative, continuity = true) {
    const { doubled, tieTerm } = midranks(x, y);
    const u = uOf(doubled.reduce((sum, r) => sum + r, 0) / 2, x.length);
    const pairs = x.length * y.length;
    const n = x.length + y.length;
    const sigma = Math.sqrt((pairs / 12) * (n + 1 - tieTerm / (n * (n - 1))));
    const half = continuity ? 0.5 : 0;
    // All values equal: nothing tells the samples apart.
    const tail = (distance) => (sigma === 0 ? 1 : normalTail((distance - half) / sigma));
    const tails = { greater: tail(u - pairs / 2), less: tail(pairs / 2 - u) };
    return { u, p: pick(tails, alternative) };
}
function uOf(rankSum, n) {
    return rankSum - (n * (n + 1)) / 2;
}
function pick(tails, alternative) {
    const { greater, less } = tails;
    return Math.min(1, alternative === 'two-sided' ? 2 * Math.min(greater, less) : tails[alternative]);
}

;// CONCATENATED MODULE: ./lib/domain/performance/compare.js




/** Fewer values a side decide nothing. */
const FEWEST = 4;
/**
 * Compare every metric that either file has. A regression is both: a difference that the rank test sees, and a shift
 * in the bad direction beyond the threshold. What cannot be told is inconclusive, never a pass.
 */
function compareResults(baseline, current, limits) {
    const names = [...new Set([...Object.keys(baseline.metrics), ...Object.keys(current.metrics)])];
    const facts = names.sort().map((name) => measure(name, baseline, current));
    const testable = facts.filter((f) => f.problem === '');
    const adjusted = holm(testable.map((f) => f.p));
    return facts.map((fact) => {
        const place = testable.indexOf(fact);
        return place === -1
            ? fact
            : judge({ ...fact, p: adjusted[place] ?? Number.NaN }, testable.length, limits);
    });
}
/** The facts of one metric; `p` is not adjusted yet. */
function measure(name, { metrics: a }, { metrics: b }) {
    const [before, after] = [a[name], b[name]];
    const [x, y] = [finite(after), finite(before)];
    const some = before ?? after;
    const fact = {
        name,
        verdict: 'inconclusive',
        unit: some?.unit ?? '',
        direction: some?.direction ?? 'lower',
        baseline: median(y),
        current: median(x),
        samples: [y.length, x.length],
        shift: Number.NaN,
        p: Number.NaN,
    };
    const shift = relativeShift(x, y);
    const problem = problemOf(before, after) || (Number.isNaN(shift) ? 'the baseline is 0' : '');
    if (problem !== '')
        return { ...fact, problem };
    const worse = fact.direction === 'lower' ? 'greater' : 'less';
    return { ...fact, shift, p: mannWhitney(x, y, worse).p, problem };
}
function problemOf(before, after) {
    if (before === undefined)
        return 'the baseline does not have it';
    if (after === undefined)
        return 'the current version does not have it';
    if (before.unit !== after.unit || before.direction !== after.direction)
        return 'unit or direction differ';
    const values = [...before.values, ...after.values];
    const missing = values.filter((v) => v === null).length;
    if (missing > 0)
        return `${missing} of ${values.length} values are no numbers`;
    const fewest = Math.min(before.values.length, after.values.length);
    return fewest < FEWEST ? `${fewest} values on a side, at least ${FEWEST} are needed` : '';
}
/** A shift needs something to be relative to: a baseline around 0 has none, unless nothing moved at all. */
function relativeShift(x, y) {
    const ratio = hodgesLehmannRatio(x, y);
    if (!Number.isNaN(ratio))
        return ratio - 1;
    const shift = hodgesLehmannShift(x, y);
    if (shift === 0)
        return 0;
    const base = median(y);
    return base > 0 ? shift / base : Number.NaN;
}
function judge(fact, metrics, { threshold, alpha }) {
    const reachable = smallestP(...fact.samples) * metrics;
    if (reachable > alpha) {
        const [n, m] = fact.samples;
        const problem = `${n} and ${m} values of ${metrics} metrics cannot reach p ${alpha}`;
        return { ...fact, problem };
    }
    const bad = fact.direction === 'lower' ? fact.shift : -fact.shift;
    const worse = fact.p <= alpha && bad > threshold;
    return { ...fact, verdict: worse ? 'fail' : 'pass' };
}
function finite(metric) {
    return (metric?.values ?? []).filter((v) => v !== null);
}

// EXTERNAL MODULE: ./lib/domain/report/markdown.js
var markdown = __webpack_require__(86602);
// EXTERNAL MODULE: ./lib/domain/report/verdict.js
var report_verdict = __webpack_require__(42178);
;// CONCATENATED MODULE: ./lib/domain/performance/report.js



/** A chart with more bars cannot be read. */
const LARGEST_CHART = 20;
/** Table and chart of a comparison, as Markdown blocks. Nothing compared gives no blocks. */
function performanceBlocks(comparisons, versions) {
    if (comparisons.length === 0)
        return [];
    return [medianTable(comparisons, versions), ...chart(comparisons, versions)];
}
function medianTable(comparisons, versions) {
    const header = ['', 'Metric', `${versions.baseline}`, `${versions.current}`, 'Change', 'Better'];
    return (0,markdown/* table */.tp)(header, comparisons.map((c) => {
        const top = Math.max(c.baseline, c.current);
        return [
            (0,markdown/* raw */.lS)((0,report_verdict/* verdictMark */.v)(c.verdict)),
            c.name,
            medianCell(c.baseline, top, c.unit),
            medianCell(c.current, top, c.unit),
            c.problem === '' ? changeText(c) : c.problem,
            c.direction,
        ];
    }));
}
function medianCell(value, top, unit) {
    if (!Number.isFinite(value))
        return 'no value';
    const share = top > 0 ? value / top : 0;
    return `${(0,markdown/* bar */.M0)(share)} ${Number(value.toPrecision(4))} ${unit}`;
}
/** Medians of the current version in percent of the baseline's, because units differ. */
function chart(comparisons, { baseline, current }) {
    const shown = comparisons
        .filter((c) => c.baseline > 0 && Number.isFinite(c.current) && c.current >= 0)
        .slice(0, LARGEST_CHART);
    if (shown.length === 0)
        return [];
    const percent = shown.map((c) => Math.round((c.current / c.baseline) * 1000) / 10);
    const top = Math.ceil(Math.max(100, ...percent) / 10 + 1) * 10;
    const lines = [
        'xychart-beta',
        `  title "Medians of ${current} in percent of ${baseline}"`,
        `  x-axis [${shown.map((c) => `"${c.name}"`).join(', ')}]`,
        `  y-axis "percent" 0 --> ${top}`,
        `  bar [${percent.join(', ')}]`,
        `  line [${percent.map(() => 100).join(', ')}]`,
    ];
    return [(0,markdown/* fenced */.OF)(lines.join('\n'), 'mermaid')];
}
/** One line for the output `regression_summary`. */
function summaryLine(comparisons, versions) {
    const parts = comparisons.map((c) => {
        const text = c.problem === '' ? changeText(c) : c.problem;
        return `${c.name} ${c.verdict}: ${text}`;
    });
    const text = parts.length === 0 ? 'nothing was compared' : parts.join('; ');
    return `${versions.current} against ${versions.baseline}: ${text}`.slice(0, 4000);
}

;// CONCATENATED MODULE: ./lib/domain/performance/issue.js



const REGRESSION_LABELS = ['performance-regression', 'bug', 'priority-high'];
/** Stands in the body of the issue of one pair of versions: by it the issue is found again. */
function regressionMarker({ baseline, current }) {
    return `<!-- release-actions:performance-regression ${current} ${baseline} -->`;
}
/** Title, body and labels of the issue about a regression. */
function regressionIssue({ versions, comparisons, limits, run }) {
    const { current, baseline } = versions;
    const slower = comparisons.filter((c) => c.verdict === 'fail').map((c) => c.name);
    const body = [
        regressionMarker(versions),
        `${(0,markdown/* inert */.tJ)(current)} is worse than ${(0,markdown/* inert */.tJ)(baseline)} by more than ${(0,ratio/* formatRatio */.B0)(limits.threshold)} in: ${slower.map((name) => (0,markdown/* inert */.tJ)(name)).join(', ')}.`,
        ...performanceBlocks(comparisons, versions),
        `Measured in ${run}.`,
        'Correct it and release a new version, or close this issue with the reason why it is accepted.',
    ];
    return {
        title: `Performance regression in ${current}`,
        body: body.join('\n\n'),
        labels: REGRESSION_LABELS,
    };
}

;// CONCATENATED MODULE: ./lib/app/one-issue.js
/** GitHub's list shows a new issue within this time; two runs that create at once both see both after it. */
const SETTLE_MS = 2000;
/**
 * Exactly one open issue with the marker, however often and however many at once run this: create, settle, list, keep
 * the lowest, close the rest. The marker must stand in the issue's body; the filter must let such an issue through.
 */
async function oneIssue(marker, content, { issues, clock }, filter = {}) {
    const existing = await issues.withMarker(marker, 'open', filter);
    const created = existing.length === 0 ? await issues.create(content) : undefined;
    if (created !== undefined)
        await clock.sleep(SETTLE_MS);
    const listed = created === undefined
        ? existing
        : [created, ...(await issues.withMarker(marker, 'open', filter))];
    const lowest = listed.reduce((a, b) => (b.number < a.number ? b : a));
    // Doubles that a run left behind which died before it could close them go as well.
    const doubles = [...new Map(listed.map((i) => [i.number, i])).values()].filter((i) => i.number !== lowest.number);
    for (const { number } of doubles) {
        await issues.comment(number, `Closed: the same as issue ${lowest.number}.`);
        await issues.update(number, { state: 'closed' });
    }
    return { issue: lowest, created: lowest.number === created?.number };
}
/**
 * Issues that belong to a ledger entry are younger than it. An hour is left for clocks of runners and of GitHub that
 * differ.
 */
function sinceEntry(time) {
    return new Date(Date.parse(time) - 3_600_000);
}

;// CONCATENATED MODULE: ./lib/app/compare-performance.js







/**
 * Compare two result files.
 * @param wanted Versions that the files must be of, where they are known.
 * @throws Failure `bad-result` when a file is of another version.
 */
function comparePerformance({ baseline, current }, wanted, limits) {
    const versions = { baseline: baseline.version, current: current.version };
    for (const side of ['baseline', 'current'])
        if (wanted[side] !== undefined && wanted[side] !== versions[side])
            throw new domain_failure/* Failure */.H('bad-result', `the ${side} file is of ${versions[side]}, not of ${wanted[side]}`);
    const comparisons = compareResults(baseline, current, limits);
    return { verdict: judgePerformance(comparisons, limits), versions, comparisons, limits };
}
/** Outputs and summary of a comparison. */
function performanceReport({ verdict, versions, comparisons, limits }) {
    const has = { pass: 'false', fail: 'true', inconclusive: '' }[verdict.verdict];
    const notice = thresholdNotice(limits.threshold);
    return {
        verdict,
        outputs: { has_regression: has, regression_summary: summaryLine(comparisons, versions) },
        summary: [
            ...(notice === undefined ? [] : [`Notice: ${notice}.`]),
            ...performanceBlocks(comparisons, versions),
        ],
    };
}
/**
 * One open issue about a regression, however often it is found. That it cannot be opened is said and changes nothing:
 * the verdict stands.
 */
async function reportRegression({ versions, comparisons, limits }, run, ports) {
    try {
        const content = regressionIssue({ versions, comparisons, limits, run });
        const { issue } = await oneIssue(regressionMarker(versions), content, ports);
        return { number: String(issue.number), text: `Issue ${issue.number}: ${issue.url}` };
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.H))
            throw error;
        const line = `the issue about the regression could not be opened: ${(0,domain_failure/* failureLine */.P)(error)}`;
        ports.log.warning(line);
        return { number: '', text: (0,markdown/* inert */.tJ)(line) };
    }
}

// EXTERNAL MODULE: ./lib/domain/config/duration.js
var duration = __webpack_require__(46427);
;// CONCATENATED MODULE: ./lib/domain/performance/gather.js

/**
 * Put the samples of one version together, in the order they were taken.
 * @throws Failure `bad-result` when they differ in their metrics, units or directions.
 */
function gather(version, samples) {
    const [first] = samples;
    const shape = shapeOf(first);
    if (samples.some((sample) => shapeOf(sample) !== shape))
        throw new domain_failure/* Failure */.H('bad-result', `the runs of ${version} measured different metrics`, 'Print the same metrics on every run');
    const metrics = Object.entries(first?.metrics ?? {}).map(([name, { unit, direction }]) => {
        const values = samples.map((sample) => sample.metrics[name]?.value ?? null);
        return [name, { unit, direction, values }];
    });
    return { schema: 1, version, metrics: Object.fromEntries(metrics) };
}
function shapeOf(sample) {
    const metrics = Object.entries(sample?.metrics ?? {});
    return JSON.stringify(metrics.map(([name, m]) => [name, m.unit, m.direction]).sort());
}
/**
 * The order of the runs: A B B A A B B A …, so that a machine that slows down or speeds up meanwhile does it to both.
 * @param rounds Runs of each side.
 */
function interleaved(rounds) {
    return Array.from({ length: rounds }, (_, round) => round % 2 === 0 ? ['baseline', 'current'] : ['current', 'baseline']).flat();
}

;// CONCATENATED MODULE: ./lib/domain/release/template.js
/**
 * Replace `{name}` by its value, for the names given; other braces stay. One pass: a value that holds braces is not
 * read again.
 */
function fill(template, values) {
    return template.replaceAll(/\{([a-z-]+)\}/g, (whole, name) => Object.hasOwn(values, name) ? (values[name] ?? whole) : whole);
}

;// CONCATENATED MODULE: ./lib/domain/report/last-line.js
/** The last line of what a program printed, which mostly says what went wrong; at most 300 characters. */
function lastLine(text) {
    return text.trim().split('\n').at(-1)?.slice(0, 300) ?? '';
}

;// CONCATENATED MODULE: ./lib/domain/release/checksums.js

/** Larger files are no list of checksums. */
const LARGEST = 1024 * 1024;
const LINE = /^([0-9a-f]{64}) {2}(\S(?:.{0,253}\S)?)$/;
/**
 * Read lines `<64 hex>  <file>` as `sha256sum` writes them. Strict, because a line that is skipped is a file that
 * nobody checked.
 * @throws Failure `bad-checksums` naming the line.
 */
function parseChecksums(text) {
    if (text.length > LARGEST)
        throw checksums_bad('the file is larger than 1 MiB');
    const found = new Map();
    for (const [index, line] of text.replace(/\n$/, '').split('\n').entries()) {
        const [, hex, file] = LINE.exec(line) ?? [];
        if (hex === undefined || file === undefined)
            throw checksums_bad(`line ${index + 1} is none`);
        if (found.has(file))
            throw checksums_bad(`line ${index + 1} names a file again`);
        found.set(file, hex);
    }
    return found;
}
function checksums_bad(problem) {
    return new domain_failure/* Failure */.H('bad-checksums', `the checksums cannot be read: ${problem}`, 'Write each line as <sha256>, two blanks, file name');
}

;// CONCATENATED MODULE: ./lib/app/inspect-asset.js



/** Problems of the release itself, in contrast to those of asking for it. */
const UNSOUND = ['bad-asset', 'bad-checksums'];
/**
 * Download a declared asset and hold its bytes against its line of the checksums and GitHub's own digest. A draft will
 * do. What is wrong with the release is an answer; that it could not be asked is a Failure.
 */
async function inspectAsset(declared, version, release, ports) {
    const name = fill(declared.name, { version });
    try {
        const asset = presentAsset(release, name);
        const list = presentAsset(release, fill(declared.checksums, { version }));
        const checksums = parseChecksums(new TextDecoder().decode(await ports.releases.download(list)));
        const bytes = await ports.releases.download(asset);
        return { kind: 'sound', name, bytes, sha256: inspect_asset_verified(asset, bytes, checksums, ports.digest) };
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.H) || !UNSOUND.includes(error.code))
            throw error;
        return { kind: 'unsound', name, problem: error.message };
    }
}
function presentAsset(release, name) {
    const asset = release.assets.find((a) => a.name === name);
    if (asset === undefined)
        throw unsound(`${name} is not on the release ${release.tag}`);
    if (asset.state !== 'uploaded')
        throw unsound(`${name} is ${asset.state}, not uploaded`);
    return asset;
}
function inspect_asset_verified(asset, bytes, checksums, digest) {
    const sha256 = digest(bytes).replace(/^sha256:/, '');
    const listed = checksums.get(asset.name);
    if (bytes.length !== asset.size)
        throw unsound(`${asset.name} has ${bytes.length} bytes, not ${asset.size}`);
    if (asset.digest !== '' && asset.digest !== `sha256:${sha256}`)
        throw unsound(`${asset.name} has not the digest that GitHub says`);
    if (listed === undefined)
        throw unsound(`${asset.name} has no line in the checksums`);
    if (listed !== sha256)
        throw unsound(`${asset.name} has not the digest of its checksums line`);
    return sha256;
}
function unsound(problem) {
    return new domain_failure/* Failure */.H('bad-asset', problem);
}

;// CONCATENATED MODULE: ./lib/app/fetch-asset.js



/**
 * Download an asset of a version to a temporary file, verified against its line of the checksums. The release may be a
 * draft.
 * @param name As the config writes it, with `{version}`; an artefact of kind release-asset of that name says where
 * its checksums are.
 * @throws Failure `absent` for an undeclared asset or a missing release, `bad-asset` for wrong or missing bytes.
 */
async function fetchAsset(name, version, config, ports) {
    const declared = declaredAsset(name, config);
    const release = await releaseOf(version, config['tag-prefix'], ports.releases);
    const found = await inspectAsset(declared, version, release, ports);
    if (found.kind === 'unsound')
        throw new domain_failure/* Failure */.H('bad-asset', found.problem, 'Build and upload the release again');
    const path = await ports.files.writeTemporary(found.name, found.bytes);
    return { name: found.name, path, sha256: found.sha256, bytes: found.bytes.length };
}
function declaredAsset(name, { artefacts }) {
    for (const artefact of artefacts)
        if (artefact.kind === 'release-asset' && artefact.name === name)
            return artefact;
    throw new domain_failure/* Failure */.H('absent', `the asset ${name} is not declared`, 'List it under artefacts as a release-asset with its checksums');
}
/** The release of a version, drafts included. @throws Failure `absent`. */
async function releaseOf(version, tagPrefix, releases) {
    const tag = (0,release_version/* tagOf */.cO)(version, tagPrefix);
    const release = await releases.byTag(tag);
    if (release !== undefined)
        return release;
    throw new domain_failure/* Failure */.H('absent', `there is no release ${tag}`, 'Build and draft it before this run; a draft is shown only to a token with contents: write');
}

;// CONCATENATED MODULE: ./lib/app/measure.js







/** @throws Failure `absent` when the config does not say how to measure. */
function performanceSection(config) {
    if (config.performance !== undefined)
        return config.performance;
    throw new domain_failure/* Failure */.H('absent', 'the config has no section performance', 'Say there how a version is measured, or skip the performance check');
}
/** Download and verify what is measured of a version. @throws Failure */
async function fetchSubject(version, config, ports) {
    const { asset } = performanceSection(config);
    return { version, asset: await fetchAsset(asset, version, config, ports) };
}
/**
 * Measure two versions on this machine, run by run in alternating order, after a warm-up whose values are thrown away.
 * @throws Failure when a run fails or prints no sample.
 */
async function measureVersions(subjects, section, ports) {
    for (const side of interleaved(section['warm-up']))
        await runOnce(subjects[side], section, ports);
    const samples = { baseline: [], current: [] };
    for (const side of interleaved(section.iterations)) {
        samples[side].push(await runOnce(subjects[side], section, ports));
        const { version } = subjects[side];
        ports.log.info(`${version}: run ${samples[side].length} of ${section.iterations}`);
    }
    const file = (side) => gather(subjects[side].version, samples[side]);
    return { baseline: file('baseline'), current: file('current') };
}
/** One run of the configured command. @throws Failure `command-failed`, `bad-result`. */
async function runOnce({ version, asset }, section, { command }) {
    const argv = section.command.map((part) => fill(part, { asset: asset.path, version }));
    const timeoutMs = (0,duration/* parseDuration */.E9)(section.timeout) ?? 60_000;
    const result = await command.run(argv, { timeoutMs });
    if (result.exit !== 0)
        throw new domain_failure/* Failure */.H('command-failed', `the performance command ended with ${result.exit ?? 'a signal'} for ${version}: ${lastLine(result.stderr)}`);
    return parseSample(result.stdout, `the output for ${version}`);
}

;// CONCATENATED MODULE: ./lib/app/performance-artifact.js


const FILES = { baseline: 'baseline.json', current: 'current.json' };
/** Name of the artifact of one attempt: names are taken for good, so a further attempt needs its own. */
function performanceArtifact({ current, baseline }, attempt) {
    const name = `performance-${current}-vs-${baseline}`;
    return attempt > 1 ? `${name}-attempt-${attempt}` : name;
}
async function uploadResults(files, name, artifacts) {
    await artifacts.upload(name, {
        [FILES.baseline]: `${JSON.stringify(files.baseline)}\n`,
        [FILES.current]: `${JSON.stringify(files.current)}\n`,
    });
}
/**
 * The results that were measured in this run: of this attempt, else of the last one before it that measured, because a
 * re-run of failed jobs does not measure again. @throws Failure
 */
async function downloadResults(versions, attempt, artifacts) {
    for (let at = attempt; at > 1; at--) {
        const found = await present(artifacts, performanceArtifact(versions, at));
        if (found !== undefined)
            return toResults(found);
    }
    const names = Object.values(FILES);
    return toResults(await artifacts.download(performanceArtifact(versions, 1), names));
}
async function present(artifacts, name) {
    try {
        return await artifacts.download(name, Object.values(FILES));
    }
    catch (error) {
        if (error instanceof domain_failure/* Failure */.H && error.code === 'absent')
            return undefined;
        throw error;
    }
}
function toResults(texts) {
    const file = (name) => parseResultFile(texts[name] ?? '', name);
    return { baseline: file(FILES.baseline), current: file(FILES.current) };
}

;// CONCATENATED MODULE: ./lib/app/perf-regression.js






/** A result file beyond this is none. */
const perf_regression_LARGEST_FILE = 4 * 1024 * 1024;
/** One phase of a performance comparison. @throws Failure */
function perfRegression(request, ports) {
    const notice = thresholdNotice(request.limits.threshold);
    if (notice !== undefined)
        ports.log.warning(notice);
    const phases = { compare, prepare, measure: perf_regression_measure, analyse };
    return phases[request.phase](request, ports);
}
async function compare(request, ports) {
    return performanceReport(await comparedFiles(request, ports));
}
async function prepare({ versions, dryRun }, ports) {
    const config = await ports.config();
    const subject = await fetchSubject(versionOf(versions, 'baseline'), config, ports);
    if (dryRun)
        return done(`dry run: ${subject.asset.name} is verified, nothing was run`);
    const sample = await runOnce(subject, performanceSection(config), ports);
    const metrics = Object.keys(sample.metrics).length;
    return done(`${subject.version} is verified and runs, ${metrics} metrics; nothing was measured`);
}
async function perf_regression_measure(request, ports) {
    const config = await ports.config();
    const section = performanceSection(config);
    const versions = bothVersions(request);
    const baseline = await fetchSubject(versions.baseline, config, ports);
    const current = await fetchSubject(versions.current, config, ports);
    if (request.dryRun)
        return done(`dry run: would run each version ${section.iterations} times, nothing was measured`);
    const files = await measureVersions({ baseline, current }, section, ports);
    const name = performanceArtifact(versions, request.attempt);
    await uploadResults(files, name, ports.artifacts);
    const text = `${versions.current} and ${versions.baseline} ran ${section.iterations} times each, in turns`;
    return { ...done(`${text}; nothing was compared`), outputs: { artifact: name } };
}
async function analyse(request, ports) {
    const compared = request.files === undefined
        ? comparePerformance(await downloaded(request, ports), request.versions, request.limits)
        : await comparedFiles(request, ports);
    const report = performanceReport(compared);
    if (compared.verdict.verdict !== 'fail' || !request.createIssue)
        return report;
    if (request.dryRun)
        return withBlock(report, 'Dry run: would open an issue.');
    const { number, text } = await reportRegression(compared, request.run, ports);
    return { ...withBlock(report, text), outputs: { ...report.outputs, issue_number: number } };
}
function downloaded(request, { artifacts }) {
    return downloadResults(bothVersions(request), request.attempt, artifacts);
}
async function comparedFiles({ files, versions, limits }, ports) {
    if (files === undefined)
        throw new domain_failure/* Failure */.H('bad-input', 'input baseline-file: name the two result files of the phase');
    const read = async (path) => parseResultFile(await ports.files.read(path, perf_regression_LARGEST_FILE), path);
    const results = { baseline: await read(files.baseline), current: await read(files.current) };
    return comparePerformance(results, versions, limits);
}
function bothVersions({ versions }) {
    return { baseline: versionOf(versions, 'baseline'), current: versionOf(versions, 'current') };
}
function versionOf(versions, side) {
    const version = versions[side];
    if (version !== undefined)
        return version;
    throw new domain_failure/* Failure */.H('bad-input', `input ${side}_version: is required by this phase`);
}
function withBlock(report, text) {
    return { ...report, summary: [...report.summary, text] };
}
function done(reason) {
    return { verdict: { verdict: 'pass', reason, evidence: [] } };
}

// EXTERNAL MODULE: ./lib/domain/config/path.js
var path = __webpack_require__(46736);
;// CONCATENATED MODULE: ./lib/app/read-config.js


/**
 * The config at the head of the default branch, whatever ref was dispatched: anyone with write can dispatch any
 * branch, so policy never comes from there.
 * @throws Failure `absent` or `bad-config`.
 */
async function readConfig(repository, profile) {
    const text = await repository.defaultFile(path/* CONFIG_PATH */.t);
    const { loadConfig } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(987)]).then(__webpack_require__.bind(__webpack_require__, 29987));
    if (text !== undefined)
        return loadConfig(text, profile);
    throw new domain_failure/* Failure */.H('absent', `${path/* CONFIG_PATH */.t} does not exist on the default branch`, 'Add it, see docs/reference/config.md, or let the token read contents');
}

// EXTERNAL MODULE: ./lib/actions/perf-regression/inputs.js + 1 modules
var perf_regression_inputs = __webpack_require__(16596);
;// CONCATENATED MODULE: ./lib/actions/perf-regression/run.js








/** Two files of one job can be compared without GitHub: the config is read only when a phase asks for it. */
function run(inputs, runner) {
    const { context, signal, clock, log } = runner;
    const { releases, issues, repository } = connect(inputs.token, runner);
    const files = jobFiles(context);
    const command = nodeCommand({ cwd: context.workspace, maxBytes: 1024 * 1024, signal });
    const config = () => readConfig(repository, inputs.environment ?? '');
    const run = `${context.serverUrl}/${context.owner}/${context.repository}/actions/runs/${context.runId}`;
    const request = { ...(0,perf_regression_inputs/* toRequest */.d_)(inputs), attempt: context.runAttempt, run };
    const artifacts = runArtifacts(files);
    const github = { releases, issues, artifacts, config };
    return perfRegression(request, { ...github, files, command, digest: sha256, clock, log });
}


/***/ }),

/***/ 46736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ CONFIG_PATH)
/* harmony export */ });
/** Where a consumer describes its process. `.github/release.yml` is GitHub's own file and is never read. */
const CONFIG_PATH = '.github/release-actions.yml';


/***/ }),

/***/ 70292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B0: () => (/* binding */ formatRatio),
/* harmony export */   LO: () => (/* binding */ parseRatio),
/* harmony export */   wj: () => (/* binding */ Ratio)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

const GRAMMAR = /^(\d{1,3}(?:\.\d{1,6})?)(%?)$/;
/**
 * A share between 0 and 1, written `1%` or `0.01`. A bare number above 1 is refused, because nobody knows whether it
 * means percent. Undefined when it does not parse.
 */
function parseRatio(text) {
    const [, digits, percent] = GRAMMAR.exec(text) ?? [];
    if (digits === undefined)
        return undefined;
    // The point is moved in the text: 99.9 / 100 is not 0.999, and 999 of 1000 would fall short of 99.9%.
    const value = Number(percent === '%' ? `${digits}e-2` : digits);
    return value <= 1 ? value : undefined;
}
/** A ratio as percent for people: at most two decimals, for example `0.4 %`. */
function formatRatio(ratio) {
    return `${Number((ratio * 100).toFixed(2))} %`;
}
/** A ratio in the config; its value stays text, `parseRatio` reads it. */
const Ratio = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .refine((text) => parseRatio(text) !== undefined, {
    error: 'must be a ratio such as 1% or 0.01',
})
    .meta({ id: 'Ratio', pattern: GRAMMAR.source, examples: ['1%', '0.01'] });


/***/ })

};
