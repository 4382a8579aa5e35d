export const id = 743;
export const ids = [743];
export const modules = {

/***/ 8832:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {

var aws4 = exports,
    url = __webpack_require__(7016),
    querystring = __webpack_require__(3480),
    crypto = __webpack_require__(6982),
    lru = __webpack_require__(2638),
    credentialsCache = lru(1000)

// http://docs.amazonwebservices.com/general/latest/gr/signature-version-4.html

function hmac(key, string, encoding) {
  return crypto.createHmac('sha256', key).update(string, 'utf8').digest(encoding)
}

function hash(string, encoding) {
  return crypto.createHash('sha256').update(string, 'utf8').digest(encoding)
}

// This function assumes the string has already been percent encoded
function encodeRfc3986(urlEncodedString) {
  return urlEncodedString.replace(/[!'()*]/g, function(c) {
    return '%' + c.charCodeAt(0).toString(16).toUpperCase()
  })
}

function encodeRfc3986Full(str) {
  return encodeRfc3986(encodeURIComponent(str))
}

// A bit of a combination of:
// https://github.com/aws/aws-sdk-java-v2/blob/dc695de6ab49ad03934e1b02e7263abbd2354be0/core/auth/src/main/java/software/amazon/awssdk/auth/signer/internal/AbstractAws4Signer.java#L59
// https://github.com/aws/aws-sdk-js/blob/18cb7e5b463b46239f9fdd4a65e2ff8c81831e8f/lib/signers/v4.js#L191-L199
// https://github.com/mhart/aws4fetch/blob/b3aed16b6f17384cf36ea33bcba3c1e9f3bdfefd/src/main.js#L25-L34
var HEADERS_TO_IGNORE = {
  'authorization': true,
  'connection': true,
  'x-amzn-trace-id': true,
  'user-agent': true,
  'expect': true,
  'presigned-expires': true,
  'range': true,
}

// request: { path | body, [host], [method], [headers], [service], [region] }
// credentials: { accessKeyId, secretAccessKey, [sessionToken] }
function RequestSigner(request, credentials) {

  if (typeof request === 'string') request = url.parse(request)

  var headers = request.headers = Object.assign({}, (request.headers || {})),
      hostParts = (!this.service || !this.region) && this.matchHost(request.hostname || request.host || headers.Host || headers.host)

  this.request = request
  this.credentials = credentials || this.defaultCredentials()

  this.service = request.service || hostParts[0] || ''
  this.region = request.region || hostParts[1] || 'us-east-1'

  // SES uses a different domain from the service name
  if (this.service === 'email') this.service = 'ses'

  if (!request.method && request.body)
    request.method = 'POST'

  if (!headers.Host && !headers.host) {
    headers.Host = request.hostname || request.host || this.createHost()

    // If a port is specified explicitly, use it as is
    if (request.port)
      headers.Host += ':' + request.port
  }
  if (!request.hostname && !request.host)
    request.hostname = headers.Host || headers.host

  this.isCodeCommitGit = this.service === 'codecommit' && request.method === 'GIT'

  this.extraHeadersToIgnore = request.extraHeadersToIgnore || Object.create(null)
  this.extraHeadersToInclude = request.extraHeadersToInclude || Object.create(null)
}

RequestSigner.prototype.matchHost = function(host) {
  var match = (host || '').match(/([^\.]{1,63})\.(?:([^\.]{0,63})\.)?amazonaws\.com(\.cn)?$/)
  var hostParts = (match || []).slice(1, 3)

  // ES's hostParts are sometimes the other way round, if the value that is expected
  // to be region equals ‘es’ switch them back
  // e.g. search-cluster-name-aaaa00aaaa0aaa0aaaaaaa0aaa.us-east-1.es.amazonaws.com
  if (hostParts[1] === 'es' || hostParts[1] === 'aoss')
    hostParts = hostParts.reverse()

  if (hostParts[1] == 's3') {
    hostParts[0] = 's3'
    hostParts[1] = 'us-east-1'
  } else {
    for (var i = 0; i < 2; i++) {
      if (/^s3-/.test(hostParts[i])) {
        hostParts[1] = hostParts[i].slice(3)
        hostParts[0] = 's3'
        break
      }
    }
  }

  return hostParts
}

// http://docs.aws.amazon.com/general/latest/gr/rande.html
RequestSigner.prototype.isSingleRegion = function() {
  // Special case for S3 and SimpleDB in us-east-1
  if (['s3', 'sdb'].indexOf(this.service) >= 0 && this.region === 'us-east-1') return true

  return ['cloudfront', 'ls', 'route53', 'iam', 'importexport', 'sts']
    .indexOf(this.service) >= 0
}

RequestSigner.prototype.createHost = function() {
  var region = this.isSingleRegion() ? '' : '.' + this.region,
      subdomain = this.service === 'ses' ? 'email' : this.service
  return subdomain + region + '.amazonaws.com'
}

RequestSigner.prototype.prepareRequest = function() {
  this.parsePath()

  var request = this.request, headers = request.headers, query

  if (request.signQuery) {

    this.parsedPath.query = query = this.parsedPath.query || {}

    if (this.credentials.sessionToken)
      query['X-Amz-Security-Token'] = this.credentials.sessionToken

    if (this.service === 's3' && !query['X-Amz-Expires'])
      query['X-Amz-Expires'] = 86400

    if (query['X-Amz-Date'])
      this.datetime = query['X-Amz-Date']
    else
      query['X-Amz-Date'] = this.getDateTime()

    query['X-Amz-Algorithm'] = 'AWS4-HMAC-SHA256'
    query['X-Amz-Credential'] = this.credentials.accessKeyId + '/' + this.credentialString()
    query['X-Amz-SignedHeaders'] = this.signedHeaders()

  } else {

    if (!request.doNotModifyHeaders && !this.isCodeCommitGit) {
      if (request.body && !headers['Content-Type'] && !headers['content-type'])
        headers['Content-Type'] = 'application/x-www-form-urlencoded; charset=utf-8'

      if (request.body && !headers['Content-Length'] && !headers['content-length'])
        headers['Content-Length'] = Buffer.byteLength(request.body)

      if (this.credentials.sessionToken && !headers['X-Amz-Security-Token'] && !headers['x-amz-security-token'])
        headers['X-Amz-Security-Token'] = this.credentials.sessionToken

      if (this.service === 's3' && !headers['X-Amz-Content-Sha256'] && !headers['x-amz-content-sha256'])
        headers['X-Amz-Content-Sha256'] = hash(this.request.body || '', 'hex')

      if (headers['X-Amz-Date'] || headers['x-amz-date'])
        this.datetime = headers['X-Amz-Date'] || headers['x-amz-date']
      else
        headers['X-Amz-Date'] = this.getDateTime()
    }

    delete headers.Authorization
    delete headers.authorization
  }
}

RequestSigner.prototype.sign = function() {
  if (!this.parsedPath) this.prepareRequest()

  if (this.request.signQuery) {
    this.parsedPath.query['X-Amz-Signature'] = this.signature()
  } else {
    this.request.headers.Authorization = this.authHeader()
  }

  this.request.path = this.formatPath()

  return this.request
}

RequestSigner.prototype.getDateTime = function() {
  if (!this.datetime) {
    var headers = this.request.headers,
      date = new Date(headers.Date || headers.date || new Date)

    this.datetime = date.toISOString().replace(/[:\-]|\.\d{3}/g, '')

    // Remove the trailing 'Z' on the timestamp string for CodeCommit git access
    if (this.isCodeCommitGit) this.datetime = this.datetime.slice(0, -1)
  }
  return this.datetime
}

RequestSigner.prototype.getDate = function() {
  return this.getDateTime().substr(0, 8)
}

RequestSigner.prototype.authHeader = function() {
  return [
    'AWS4-HMAC-SHA256 Credential=' + this.credentials.accessKeyId + '/' + this.credentialString(),
    'SignedHeaders=' + this.signedHeaders(),
    'Signature=' + this.signature(),
  ].join(', ')
}

RequestSigner.prototype.signature = function() {
  var date = this.getDate(),
      cacheKey = [this.credentials.secretAccessKey, date, this.region, this.service].join(),
      kDate, kRegion, kService, kCredentials = credentialsCache.get(cacheKey)
  if (!kCredentials) {
    kDate = hmac('AWS4' + this.credentials.secretAccessKey, date)
    kRegion = hmac(kDate, this.region)
    kService = hmac(kRegion, this.service)
    kCredentials = hmac(kService, 'aws4_request')
    credentialsCache.set(cacheKey, kCredentials)
  }
  return hmac(kCredentials, this.stringToSign(), 'hex')
}

RequestSigner.prototype.stringToSign = function() {
  return [
    'AWS4-HMAC-SHA256',
    this.getDateTime(),
    this.credentialString(),
    hash(this.canonicalString(), 'hex'),
  ].join('\n')
}

RequestSigner.prototype.canonicalString = function() {
  if (!this.parsedPath) this.prepareRequest()

  var pathStr = this.parsedPath.path,
      query = this.parsedPath.query,
      headers = this.request.headers,
      queryStr = '',
      normalizePath = this.service !== 's3',
      decodePath = this.service === 's3' || this.request.doNotEncodePath,
      decodeSlashesInPath = this.service === 's3',
      firstValOnly = this.service === 's3',
      bodyHash

  if (this.service === 's3' && this.request.signQuery) {
    bodyHash = 'UNSIGNED-PAYLOAD'
  } else if (this.isCodeCommitGit) {
    bodyHash = ''
  } else {
    bodyHash = headers['X-Amz-Content-Sha256'] || headers['x-amz-content-sha256'] ||
      hash(this.request.body || '', 'hex')
  }

  if (query) {
    var reducedQuery = Object.keys(query).reduce(function(obj, key) {
      if (!key) return obj
      obj[encodeRfc3986Full(key)] = !Array.isArray(query[key]) ? query[key] :
        (firstValOnly ? query[key][0] : query[key])
      return obj
    }, {})
    var encodedQueryPieces = []
    Object.keys(reducedQuery).sort().forEach(function(key) {
      if (!Array.isArray(reducedQuery[key])) {
        encodedQueryPieces.push(key + '=' + encodeRfc3986Full(reducedQuery[key]))
      } else {
        reducedQuery[key].map(encodeRfc3986Full).sort()
          .forEach(function(val) { encodedQueryPieces.push(key + '=' + val) })
      }
    })
    queryStr = encodedQueryPieces.join('&')
  }
  if (pathStr !== '/') {
    if (normalizePath) pathStr = pathStr.replace(/\/{2,}/g, '/')
    pathStr = pathStr.split('/').reduce(function(path, piece) {
      if (normalizePath && piece === '..') {
        path.pop()
      } else if (!normalizePath || piece !== '.') {
        if (decodePath) piece = decodeURIComponent(piece.replace(/\+/g, ' '))
        path.push(encodeRfc3986Full(piece))
      }
      return path
    }, []).join('/')
    if (pathStr[0] !== '/') pathStr = '/' + pathStr
    if (decodeSlashesInPath) pathStr = pathStr.replace(/%2F/g, '/')
  }

  return [
    this.request.method || 'GET',
    pathStr,
    queryStr,
    this.canonicalHeaders() + '\n',
    this.signedHeaders(),
    bodyHash,
  ].join('\n')
}

RequestSigner.prototype.filterHeaders = function() {
  var headers = this.request.headers,
      extraHeadersToInclude = this.extraHeadersToInclude,
      extraHeadersToIgnore = this.extraHeadersToIgnore
  this.filteredHeaders = Object.keys(headers)
    .map(function(key) { return [key.toLowerCase(), headers[key]] })
    .filter(function(entry) {
      return extraHeadersToInclude[entry[0]] ||
        (HEADERS_TO_IGNORE[entry[0]] == null && !extraHeadersToIgnore[entry[0]])
    })
    .sort(function(a, b) { return a[0] < b[0] ? -1 : 1 })
}

RequestSigner.prototype.canonicalHeaders = function() {
  if (!this.filteredHeaders) this.filterHeaders()

  return this.filteredHeaders.map(function(entry) {
    return entry[0] + ':' + entry[1].toString().trim().replace(/\s+/g, ' ')
  }).join('\n')
}

RequestSigner.prototype.signedHeaders = function() {
  if (!this.filteredHeaders) this.filterHeaders()

  return this.filteredHeaders.map(function(entry) { return entry[0] }).join(';')
}

RequestSigner.prototype.credentialString = function() {
  return [
    this.getDate(),
    this.region,
    this.service,
    'aws4_request',
  ].join('/')
}

RequestSigner.prototype.defaultCredentials = function() {
  var env = process.env
  return {
    accessKeyId: env.AWS_ACCESS_KEY_ID || env.AWS_ACCESS_KEY,
    secretAccessKey: env.AWS_SECRET_ACCESS_KEY || env.AWS_SECRET_KEY,
    sessionToken: env.AWS_SESSION_TOKEN,
  }
}

RequestSigner.prototype.parsePath = function() {
  var path = this.request.path || '/'

  // S3 doesn't always encode characters > 127 correctly and
  // all services don't encode characters > 255 correctly
  // So if there are non-reserved chars (and it's not already all % encoded), just encode them all
  if (/[^0-9A-Za-z;,/?:@&=+$\-_.!~*'()#%]/.test(path)) {
    path = encodeURI(decodeURI(path))
  }

  var queryIx = path.indexOf('?'),
      query = null

  if (queryIx >= 0) {
    query = querystring.parse(path.slice(queryIx + 1))
    path = path.slice(0, queryIx)
  }

  this.parsedPath = {
    path: path,
    query: query,
  }
}

RequestSigner.prototype.formatPath = function() {
  var path = this.parsedPath.path,
      query = this.parsedPath.query

  if (!query) return path

  // Services don't support empty query string keys
  if (query[''] != null) delete query['']

  return path + '?' + encodeRfc3986(querystring.stringify(query))
}

aws4.RequestSigner = RequestSigner

aws4.sign = function(request, credentials) {
  return new RequestSigner(request, credentials).sign()
}


/***/ }),

/***/ 2638:
/***/ ((module) => {

module.exports = function(size) {
  return new LruCache(size)
}

function LruCache(size) {
  this.capacity = size | 0
  this.map = Object.create(null)
  this.list = new DoublyLinkedList()
}

LruCache.prototype.get = function(key) {
  var node = this.map[key]
  if (node == null) return undefined
  this.used(node)
  return node.val
}

LruCache.prototype.set = function(key, val) {
  var node = this.map[key]
  if (node != null) {
    node.val = val
  } else {
    if (!this.capacity) this.prune()
    if (!this.capacity) return false
    node = new DoublyLinkedNode(key, val)
    this.map[key] = node
    this.capacity--
  }
  this.used(node)
  return true
}

LruCache.prototype.used = function(node) {
  this.list.moveToFront(node)
}

LruCache.prototype.prune = function() {
  var node = this.list.pop()
  if (node != null) {
    delete this.map[node.key]
    this.capacity++
  }
}


function DoublyLinkedList() {
  this.firstNode = null
  this.lastNode = null
}

DoublyLinkedList.prototype.moveToFront = function(node) {
  if (this.firstNode == node) return

  this.remove(node)

  if (this.firstNode == null) {
    this.firstNode = node
    this.lastNode = node
    node.prev = null
    node.next = null
  } else {
    node.prev = null
    node.next = this.firstNode
    node.next.prev = node
    this.firstNode = node
  }
}

DoublyLinkedList.prototype.pop = function() {
  var lastNode = this.lastNode
  if (lastNode != null) {
    this.remove(lastNode)
  }
  return lastNode
}

DoublyLinkedList.prototype.remove = function(node) {
  if (this.firstNode == node) {
    this.firstNode = node.next
  } else if (node.prev != null) {
    node.prev.next = node.next
  }
  if (this.lastNode == node) {
    this.lastNode = node.prev
  } else if (node.next != null) {
    node.next.prev = node.prev
  }
}


function DoublyLinkedNode(key, val) {
  this.key = key
  this.val = val
  this.prev = null
  this.next = null
}


/***/ }),

/***/ 8743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cloudWatch: () => (/* binding */ cloudWatch)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(7550);
// EXTERNAL MODULE: ./lib/domain/metrics/units.js
var units = __webpack_require__(3397);
// EXTERNAL MODULE: ./lib/domain/release/template.js
var template = __webpack_require__(8366);
// EXTERNAL MODULE: ./lib/adapters/sources/value-named.js
var value_named = __webpack_require__(7032);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./lib/adapters/http/json-body.js
var json_body = __webpack_require__(1328);
// EXTERNAL MODULE: ./lib/adapters/sources/answered.js
var answered = __webpack_require__(8378);
;// CONCATENATED MODULE: ./lib/adapters/cloudwatch/answer.js




const Result = schemas/* object */.Ikc({
    Id: schemas/* string */.YjP(),
    StatusCode: schemas/* enum */.k5n(['Complete', 'PartialData', 'InternalError', 'Forbidden']).optional(),
    Timestamps: schemas/* array */.YOg(schemas/* number */.aig()).default([]),
    Values: schemas/* array */.YOg(schemas/* number */.aig()).default([]),
});
const Page = schemas/* object */.Ikc({
    MetricDataResults: schemas/* array */.YOg(Result),
    NextToken: schemas/* string */.YjP().nullish(),
    Messages: schemas/* array */.YOg(schemas/* object */.Ikc({ Value: schemas/* string */.YjP().default('') })).nullish(),
});
const Refusal = schemas/* object */.Ikc({
    __type: schemas/* string */.YjP(),
    message: schemas/* string */.YjP().optional(),
    Message: schemas/* string */.YjP().optional(),
});
/** Codes by which AWS refuses, and what they mean here. */
const CODES = [
    [/Throttl|TooManyRequests|LimitExceeded/, 'rate-limited', 'Try again in a minute'],
    [
        /RequestExpired|RequestTimeTooSkewed|Signature(?:DoesNotMatch|.*xpired)/,
        'unauthorised',
        'Check the key, and the clock of the runner',
    ],
    [
        /AccessDenied|Unrecognized|InvalidClientTokenId|AuthFailure|NotAuthorized|ExpiredToken|MissingAuthentication|IncompleteSignature|OptInRequired/,
        'unauthorised',
        'Check the key and that it may call cloudwatch:GetMetricData',
    ],
    [/Internal|ServiceUnavailable/, 'server-error', ''],
];
/** One page of an answer. @throws Failure `unauthorised`, `rate-limited`, `server-error`, `refused`, `bad-answer`. */
function readPage(answer) {
    const json = (0,json_body/* jsonBody */.J)(answer);
    const refusal = answer.status === 200 ? undefined : Refusal.safeParse(json).data;
    if (refusal !== undefined)
        throw refused(refusal, answer.status);
    (0,answered/* assertAnswered */.mG)(answer, 'CloudWatch');
    const parsed = Page.safeParse(json);
    if (parsed.success)
        return parsed.data;
    const where = parsed.error.issues[0]?.path.join('.') || 'the whole';
    const what = json === undefined ? 'something that is no JSON' : `an unknown shape (${where})`;
    throw new failure/* Failure */.HR('bad-answer', `CloudWatch answered ${what}`);
}
function refused({ __type, message, Message }, status) {
    const name = (0,answered/* shortText */.os)(__type.replace(/^.*#/, ''));
    const text = `CloudWatch answered ${name}: ${(0,answered/* shortText */.os)(message ?? Message ?? '')}`;
    const known = CODES.find(([pattern]) => pattern.test(name));
    if (known !== undefined)
        return new failure/* Failure */.HR(known[1], text, known[2]);
    return new failure/* Failure */.HR(status >= 500 ? 'server-error' : 'refused', text);
}

;// CONCATENATED MODULE: ./lib/adapters/cloudwatch/series.js

/** The series of the queries, by id. A page goes on where the one before it ended. */
function seriesOf(pages) {
    const series = new Map();
    for (const { Id, StatusCode, Timestamps, Values } of pages.flatMap((p) => p.MetricDataResults)) {
        const before = series.get(Id);
        if (StatusCode === 'Forbidden')
            throw new failure/* Failure */.HR('unauthorised', 'CloudWatch forbids the metric', 'Let its key read it');
        series.set(Id, {
            isComplete: StatusCode === undefined || StatusCode === 'Complete',
            timestamps: [...(before?.timestamps ?? []), ...Timestamps],
            values: [...(before?.values ?? []), ...Values],
        });
    }
    return series;
}
const ADDED = ['Sum', 'SampleCount'];
/**
 * The one value of a window; undefined where it has none.
 * @param window Seconds since 1970.
 * @throws Failure `partial`, `stale` for a point outside the window, `bad-answer` for several that make no one.
 */
function windowValue(series, statistic, window) {
    if (series === undefined)
        throw new failure/* Failure */.HR('bad-answer', 'CloudWatch left out a metric');
    const { isComplete, timestamps, values } = series;
    if (!isComplete)
        throw new failure/* Failure */.HR('partial', 'CloudWatch has only a part of the metric');
    if (timestamps.some((time) => time < window.from || time >= window.to))
        throw new failure/* Failure */.HR('stale', 'CloudWatch answered a value of another time than the window');
    if (values.length <= 1)
        return values[0];
    if (ADDED.includes(statistic))
        return values.reduce((sum, value) => sum + value, 0);
    if (statistic === 'Maximum')
        return Math.max(...values);
    if (statistic === 'Minimum')
        return Math.min(...values);
    throw new failure/* Failure */.HR('bad-answer', `CloudWatch answered ${values.length} values where one is meant`);
}

// EXTERNAL MODULE: ./node_modules/aws4/aws4.js
var aws4 = __webpack_require__(8832);
;// CONCATENATED MODULE: ./lib/adapters/cloudwatch/signed.js

/** A call of CloudWatch's JSON protocol as a request that is signed (Signature Version 4) for this moment. */
function signedCall({ url, region, operation }, input, { accessKeyId, secretAccessKey, sessionToken }, now) {
    const { host, pathname } = new URL(url);
    const body = JSON.stringify(input);
    const signed = aws4.sign({
        ...{ service: 'monitoring', region, host, method: 'POST', path: pathname, body },
        headers: {
            'Content-Type': 'application/x-amz-json-1.0',
            'X-Amz-Target': `GraniteServiceVersion20100801.${operation}`,
            // `20260105T010203Z`: the time that is signed, by our clock.
            'X-Amz-Date': now.toISOString().replaceAll(/[-:]|\.\d{3}/g, ''),
            'User-Agent': 'release-actions',
        },
    }, { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) });
    const headers = Object.entries(signed.headers ?? {})
        .map(([name, value]) => [name.toLowerCase(), String(value)])
        // The transport sets its own.
        .filter(([name]) => name !== 'content-length');
    return { method: 'POST', url, headers: Object.fromEntries(headers), body };
}

;// CONCATENATED MODULE: ./lib/adapters/cloudwatch/cloudwatch.js







/** Pages of one answer that are read. */
const PAGES = 20;
/** CloudWatch counts by the minute. */
const MINUTE_S = 60;
/** Metrics of CloudWatch: one period that covers the window, by the minute. */
function cloudWatch(config, credentials, { http, clock }) {
    const { region, url = `https://monitoring.${region}.amazonaws.com/` } = config;
    const call = { url: new URL(url).href, region, operation: 'GetMetricData' };
    const page = async (input) => readPage(await http.send(signedCall(call, input, credentials, clock.now())));
    return {
        async read(objective, window) {
            const value = (0,value_named/* valueNamed */.N)(config.values, objective);
            const span = wholeMinutes(window);
            const series = seriesOf(await allPages(page, inputOf(value, window.version, span)));
            const { number, samples } = outcome(value, series, span);
            return {
                value: (0,units/* inUnit */.I)(number, value.unit, objective.unit),
                samples,
                question: questionOf(value, window.version),
            };
        },
    };
}
/** @throws Failure `too-short`: what began before the window is not part of it, nor is a minute that has not ended. */
function wholeMinutes({ from, to }) {
    const start = Math.ceil(from.getTime() / 1000 / MINUTE_S) * MINUTE_S;
    const end = Math.floor(to.getTime() / 1000 / MINUTE_S) * MINUTE_S;
    if (end > start)
        return { from: start, to: end };
    throw new failure/* Failure */.HR('too-short', 'CloudWatch counts by the minute, and the window holds no whole one', 'Give it a window of two minutes or more');
}
/** Ids of the queries: what is asked for, what it is divided by, and how many samples it has. */
const [VALUE, PER, COUNT] = ['value', 'per', 'samples'];
function inputOf({ metric, per }, version, span) {
    const query = (Id, from) => ({
        Id,
        ReturnData: true,
        MetricStat: {
            Metric: {
                Namespace: from.namespace,
                MetricName: from.name,
                Dimensions: dimensionsOf(from, version).map(([Name, Value]) => ({ Name, Value })),
            },
            Period: span.to - span.from,
            Stat: from.statistic,
        },
    });
    const other = per === undefined ? query(COUNT, { ...metric, statistic: 'SampleCount' }) : query(PER, per);
    return {
        MetricDataQueries: [query(VALUE, metric), other],
        StartTime: span.from,
        EndTime: span.to,
        ScanBy: 'TimestampAscending',
    };
}
const dimensionsOf = ({ dimensions = {} }, version) => Object.entries(dimensions).map(([name, value]) => [name, (0,template/* fill */.G)(value, { version })]);
async function allPages(load, input) {
    const pages = [];
    let next;
    do {
        const page = await load(next ? { ...input, NextToken: next } : input);
        pages.push(page);
        next = page.NextToken;
    } while (next && pages.length < PAGES);
    if (next)
        throw new failure/* Failure */.HR('too-many', `CloudWatch answered more than ${PAGES} pages`);
    return pages;
}
function outcome({ metric, per }, series, span) {
    const value = windowValue(series.get(VALUE), metric.statistic, span);
    if (per === undefined) {
        const samples = windowValue(series.get(COUNT), 'SampleCount', span) ?? 0;
        return { number: value ?? Number.NaN, samples: value === undefined ? 0 : samples };
    }
    const whole = windowValue(series.get(PER), per.statistic, span) ?? 0;
    // A sum of nothing is not published: no errors beside requests that were seen.
    const part = value ?? (metric.statistic === 'Sum' ? 0 : Number.NaN);
    return { number: part / whole, samples: Math.floor(Math.max(0, whole)) };
}
function questionOf({ metric, per }, version) {
    return [metric, ...(per === undefined ? [] : [per])]
        .map((each) => {
        const where = dimensionsOf(each, version).map(([name, value]) => `${name}=${value}`);
        return `${each.statistic} of ${each.namespace}/${each.name}{${where.join(',')}}`;
    })
        .join(' / ');
}


/***/ }),

/***/ 7032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ valueNamed)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7550);

/**
 * The value of a source that an objective asks for.
 * @throws Failure `bad-config` where the config has none: it may have changed since the plan.
 */
function valueNamed(values, { query }) {
    const name = query ?? '';
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value !== undefined)
        return value;
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-config', `the source has no value ${name === '' ? 'without a name' : name}`, `Name one of them as query: ${Object.keys(values).join(', ')}`);
}


/***/ }),

/***/ 3397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ inUnit),
/* harmony export */   r: () => (/* binding */ isYesNo)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7550);

/** Units in which sources give values, with the unit of an objective that each becomes. */
const BASE = {
    ratio: 'ratio',
    percent: 'ratio',
    milliseconds: 'milliseconds',
    seconds: 'milliseconds',
    count: 'count',
    'yes-no': 'count',
};
/** Whether the value is a word instead of a number. */
const isYesNo = (unit) => unit === 'yes-no';
/**
 * A value in the unit of its objective. NaN stays NaN.
 * @throws Failure `bad-config` where the units do not fit; `bad-answer` for what cannot be in its unit: a share above 1
 * is percent that somebody called a share, and less than nothing keeps every limit.
 */
function inUnit(value, from, to) {
    if (BASE[from] !== to)
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-config', `the source gives the value in ${from}, and the objective has the unit ${to}`, 'Correct one of them');
    if (value < 0)
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-answer', `the value is below 0, in ${from}`);
    const most = { ratio: 1, percent: 100 }[String(from)] ?? Number.POSITIVE_INFINITY;
    if (value > most)
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bad-answer', `the value is above ${most}, in ${from}`, 'Correct the unit of the value in the config');
    if (from === 'percent')
        return value / 100;
    return from === 'seconds' ? value * 1000 : value;
}


/***/ })

};
