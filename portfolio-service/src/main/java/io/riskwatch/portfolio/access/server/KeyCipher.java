package io.riskwatch.portfolio.access.server;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts a signing key, or a secret of a feature, for the database: AES-256-GCM under the SHA-256 of a long random secret,
 * bound to the row's id so that rows cannot be exchanged. What is stored is {@code v1:} and the base64 of nonce and ciphertext.
 */
public final class KeyCipher {

    private static final String FORMAT = "v1:";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    public KeyCipher(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            key = new SecretKeySpec(digest, "AES");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public String encrypt(String plain, String boundTo) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, boundTo).doFinal(plain.getBytes(StandardCharsets.UTF_8));
            byte[] stored = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, stored, nonce.length, sealed.length);
            return FORMAT + Base64.getEncoder().encodeToString(stored);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM could not encrypt the key or secret of " + boundTo, e);
        }
    }

    public String decrypt(String stored, String boundTo) {
        if (!stored.startsWith(FORMAT)) {
            throw new IllegalStateException("the key or secret of " + boundTo + " is stored in an unknown format");
        }
        byte[] bytes = Base64.getDecoder().decode(stored.substring(FORMAT.length()));
        byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        try {
            byte[] plain =
                    cipher(Cipher.DECRYPT_MODE, nonce, boundTo).doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return new String(plain, StandardCharsets.UTF_8);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException(
                    "RISKWATCH_KEY_SECRET does not open the signing keys in the database. Start with the secret they"
                            + " were stored with; or empty table signing_key, which signs everybody out.",
                    e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM could not decrypt the key or secret of " + boundTo, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String boundTo) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(boundTo.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
