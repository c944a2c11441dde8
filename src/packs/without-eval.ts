import { z } from 'zod';

// zod would try `new Function` for speed as soon as a schema is made; the page's security policy forbids it and would report the attempt.
// So this comes before every module that makes one.
z.config({ jitless: true });
