package ntbed.process;

import ntbed.security.Token;

/**
 * What answers calls to an endpoint: one function, bytes to bytes. Each server says in its package's document what its
 * bytes mean.
 */
@FunctionalInterface
public interface RpcServer {
    /**
     * Answers one call, at once: it takes no virtual time.
     *
     * @param caller who calls, as {@code RpcImpersonateClient} shows it to a server
     * @param request what was sent; the server's own copy
     * @return the answer; the caller gets a copy
     * @throws ntbed.win32.Win32Exception an error that the caller is to see
     */
    byte[] call(Token caller, byte[] request);
}
