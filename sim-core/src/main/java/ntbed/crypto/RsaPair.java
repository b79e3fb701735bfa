package ntbed.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import ntbed.time.SeededRandom;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * An RSA key pair of 512 bits, the length of NT 4.0's base provider. The primes are looked for here, upwards from a
 * number of the seed, because what the platform's own generator makes differs from one Java to the next.
 */
final class RsaPair {
    /** Bytes of the modulus, of a signature, of something encrypted. */
    static final int BYTES = 64;

    /** Bytes of the two primes together. */
    static final int SECRET_BYTES = BYTES;

    private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);
    private static final int PRIME_BITS = 256;
    private static final int CERTAINTY = 16;
    private static final int SMALL_PRIME_COUNT = 150;
    private static final int[] SMALL_PRIMES = smallPrimes();

    private final BigInteger p;
    private final BigInteger q;

    private RsaPair(BigInteger p, BigInteger q) {
        this.p = p;
        this.q = q;
    }

    static RsaPair generate(SeededRandom random) {
        BigInteger p = prime(random);
        BigInteger q = prime(random);
        while (q.equals(p)) {
            q = prime(random);
        }
        return new RsaPair(p, q);
    }

    /** From the bytes of {@link #secret}. */
    static RsaPair ofSecret(byte[] secret) {
        int half = SECRET_BYTES / 2;
        return new RsaPair(
                new BigInteger(1, Arrays.copyOf(secret, half)),
                new BigInteger(1, Arrays.copyOfRange(secret, half, SECRET_BYTES)));
    }

    /** Both primes, each of 32 bytes, the higher byte first. */
    byte[] secret() {
        byte[] secret = new byte[SECRET_BYTES];
        put(p, secret, 0, SECRET_BYTES / 2);
        put(q, secret, SECRET_BYTES / 2, SECRET_BYTES / 2);
        return secret;
    }

    /** The public half: the modulus, the higher byte first. */
    byte[] modulus() {
        byte[] modulus = new byte[BYTES];
        put(p.multiply(q), modulus, 0, BYTES);
        return modulus;
    }

    byte[] sign(byte[] data) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(privateKey());
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("RSA refused a key of ours", e);
        }
    }

    /** Whether the owner of this modulus signed the data. */
    static boolean verifies(byte[] modulus, byte[] data, byte[] signed) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(publicKey(modulus));
            signature.update(data);
            return signature.verify(signed);
        } catch (SignatureException e) {
            // Not even the shape of a signature.
            return false;
        } catch (GeneralSecurityException e) {
            throw new AssertionError("RSA refused a key of ours", e);
        }
    }

    /**
     * Encrypts a few bytes with the padding of PKCS #1 whose filling comes from the seed.
     *
     * @param secret at most 53 bytes
     */
    static byte[] encrypt(byte[] modulus, byte[] secret, SeededRandom random) {
        byte[] block = new byte[BYTES];
        block[1] = 2;
        for (int i = 2; i < BYTES - secret.length - 1; i++) {
            block[i] = (byte) random.between(1, 255);
        }
        System.arraycopy(secret, 0, block, BYTES - secret.length, secret.length);
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, publicKey(modulus));
            return cipher.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("RSA refused a key of ours", e);
        }
    }

    /**
     * What {@link #encrypt} got.
     *
     * @throws Win32Exception NTE_BAD_KEY it was not encrypted with this pair's public half
     */
    byte[] decrypt(byte[] encrypted, int length) {
        byte[] block;
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, privateKey());
            block = cipher.doFinal(encrypted);
        } catch (BadPaddingException e) {
            throw Win32Error.NTE_BAD_KEY.raise("key exchange");
        } catch (GeneralSecurityException e) {
            throw new AssertionError("RSA refused a key of ours", e);
        }
        int start = BYTES - length;
        if (block.length != BYTES || block[0] != 0 || block[1] != 2 || block[start - 1] != 0) {
            throw Win32Error.NTE_BAD_KEY.raise("key exchange");
        }
        return Arrays.copyOfRange(block, start, BYTES);
    }

    private static PublicKey publicKey(byte[] modulus) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(new BigInteger(1, modulus), EXPONENT));
    }

    private PrivateKey privateKey() throws GeneralSecurityException {
        BigInteger pLess = p.subtract(BigInteger.ONE);
        BigInteger qLess = q.subtract(BigInteger.ONE);
        BigInteger d = EXPONENT.modInverse(pLess.multiply(qLess));
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new RSAPrivateCrtKeySpec(
                        p.multiply(q), EXPONENT, d, p, q, d.mod(pLess), d.mod(qLess), q.modInverse(p)));
    }

    /** The first fit prime at or above a number of the seed; what a small prime divides is passed over quickly. */
    private static BigInteger prime(SeededRandom random) {
        BigInteger start = new BigInteger(1, random.nextBytes(PRIME_BITS / 8))
                .setBit(PRIME_BITS - 1)
                .setBit(PRIME_BITS - 2)
                .setBit(0);
        int[] remainders = new int[SMALL_PRIMES.length];
        for (int i = 0; i < remainders.length; i++) {
            remainders[i] = start.mod(BigInteger.valueOf(SMALL_PRIMES[i])).intValue();
        }
        int step = 0;
        while (hasSmallFactor(remainders, step) || !isFit(start.add(BigInteger.valueOf(step)))) {
            step += 2;
        }
        return start.add(BigInteger.valueOf(step));
    }

    private static boolean hasSmallFactor(int[] remainders, int step) {
        for (int i = 0; i < remainders.length; i++) {
            if ((remainders[i] + step) % SMALL_PRIMES[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static int[] smallPrimes() {
        int[] primes = new int[SMALL_PRIME_COUNT];
        int count = 0;
        for (int candidate = 3; count < primes.length; candidate += 2) {
            boolean isPrime = true;
            for (int i = 0; i < count && isPrime; i++) {
                isPrime = candidate % primes[i] != 0;
            }
            if (isPrime) {
                primes[count] = candidate;
                count++;
            }
        }
        return primes;
    }

    private static boolean isFit(BigInteger candidate) {
        return candidate.isProbablePrime(CERTAINTY)
                && candidate.subtract(BigInteger.ONE).gcd(EXPONENT).equals(BigInteger.ONE);
    }

    private static void put(BigInteger number, byte[] to, int from, int length) {
        byte[] bytes = number.toByteArray();
        int count = Math.min(bytes.length, length);
        System.arraycopy(bytes, bytes.length - count, to, from + length - count, count);
    }
}
