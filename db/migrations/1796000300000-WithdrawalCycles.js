module.exports = class WithdrawalCycles1796000300000 {
    name = 'WithdrawalCycles1796000300000'

    async up(db) {
        await db.query(`CREATE TABLE "unstake_fill" ("id" character varying NOT NULL, "chain_id" integer NOT NULL, "vault" text NOT NULL, "request" text NOT NULL, "request_id" numeric NOT NULL, "owner" text NOT NULL, "cycle_id" numeric NOT NULL, "assets_paid" numeric NOT NULL, "assets_remaining" numeric NOT NULL, "waited_seconds" integer NOT NULL, "height" integer NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "tx_hash" text NOT NULL, "record" text NOT NULL, CONSTRAINT "PK_00a2aa36c1763d28631720b20c7" PRIMARY KEY ("id"))`)
        await db.query(`CREATE INDEX "IDX_5449994b3033acc5c4991caa11" ON "unstake_fill" ("request") `)
        await db.query(`CREATE INDEX "IDX_3f849d721fc80bec0279fe83bc" ON "unstake_fill" ("owner") `)
        await db.query(`CREATE INDEX "IDX_704453faab09d1febcca834a02" ON "unstake_fill" ("chain_id", "height") `)
        await db.query(`CREATE INDEX "IDX_122dbc6fbc40eefea6613acfd3" ON "unstake_fill" ("vault", "cycle_id") `)
        await db.query(`CREATE TABLE "withdrawal_queue" ("id" character varying NOT NULL, "chain_id" integer NOT NULL, "address" text NOT NULL, "pending_assets" numeric NOT NULL, "pending_requests" integer NOT NULL, "held_assets" numeric NOT NULL, "cumulative_deposited" numeric NOT NULL, "cumulative_returned" numeric NOT NULL, "cumulative_revenue" numeric NOT NULL, "cumulative_deployed" numeric NOT NULL, "cumulative_paid_out" numeric NOT NULL, "book" jsonb NOT NULL, "updated_height" integer NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_0304206eeab7d736467edbdd0fa" PRIMARY KEY ("id"))`)
        await db.query(`CREATE TABLE "withdrawal_cycle" ("id" character varying NOT NULL, "chain_id" integer NOT NULL, "vault" text NOT NULL, "cycle_id" numeric NOT NULL, "status" text NOT NULL, "policy" text, "opened_at" TIMESTAMP WITH TIME ZONE, "opens_at" TIMESTAMP WITH TIME ZONE, "cutoff_at" TIMESTAMP WITH TIME ZONE, "settles_at" TIMESTAMP WITH TIME ZONE, "settled_at" TIMESTAMP WITH TIME ZONE, "settled_height" integer, "settled_record" text, "unstaking_nav" numeric, "request_count" integer NOT NULL, "requested_assets" numeric NOT NULL, "fill_count" integer NOT NULL, "paid_assets" numeric NOT NULL, "paid_seconds" numeric NOT NULL, "opening_assets" numeric, "new_assets" numeric, "filled_assets" numeric, "filled_between_assets" numeric, "cancelled_assets" numeric, "rolled_assets" numeric, "open_assets" numeric, "residual" numeric, "due_assets" numeric, "liquid_assets" numeric, "cumulative_deposited" numeric, "cumulative_returned" numeric, "cumulative_revenue" numeric, "cumulative_deployed" numeric, "cumulative_paid_out" numeric, "updated_height" integer NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_5c87333fc3339862cd352884aee" PRIMARY KEY ("id"))`)
        await db.query(`CREATE INDEX "IDX_810c4102ac5825dd6f7bc8e36d" ON "withdrawal_cycle" ("vault", "cycle_id") `)
        await db.query(`ALTER TABLE "unstake_request" ADD "requested_height" integer NOT NULL DEFAULT 0`)
        await db.query(`ALTER TABLE "unstake_request" ALTER COLUMN "requested_height" DROP DEFAULT`)
        await db.query(`ALTER TABLE "unstake_request" ADD "requested_record" text NOT NULL DEFAULT ''`)
        await db.query(`ALTER TABLE "unstake_request" ALTER COLUMN "requested_record" DROP DEFAULT`)
    }

    async down(db) {
        await db.query(`DROP TABLE "unstake_fill"`)
        await db.query(`DROP TABLE "withdrawal_queue"`)
        await db.query(`DROP TABLE "withdrawal_cycle"`)
        await db.query(`ALTER TABLE "unstake_request" DROP COLUMN "requested_height"`)
        await db.query(`ALTER TABLE "unstake_request" DROP COLUMN "requested_record"`)
    }
}
