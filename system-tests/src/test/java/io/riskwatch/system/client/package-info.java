/** The platform's users as tests play them: a visitor with a browser's cookies and an API client with a token. */
package io.riskwatch.system.client;
