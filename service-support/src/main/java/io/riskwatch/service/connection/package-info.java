/** What every connection of a service on Reactor Netty needs beside its defaults. */
@NullMarked
package io.riskwatch.service.connection;

import org.jspecify.annotations.NullMarked;
