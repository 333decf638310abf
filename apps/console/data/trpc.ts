'use client';

import type { AppRouter } from '@signalbox/api/router';
import { createTRPCContext } from '@trpc/tanstack-react-query';

/** The api's procedures as query and mutation options. */
export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();
