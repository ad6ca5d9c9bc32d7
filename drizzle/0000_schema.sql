CREATE TABLE "audit_chain" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"actor_role" text NOT NULL,
	"session_ref" text,
	"ip_prefix" text,
	"event" text NOT NULL,
	"outcome" text NOT NULL,
	"object_kind" text NOT NULL,
	"object_id" text,
	"case_id" uuid,
	"client_id" uuid,
	"request_id" text,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agreement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"signed_on" date NOT NULL,
	"document_id" uuid,
	"note" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"client_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"stage" text DEFAULT 'ENQUIRY' NOT NULL,
	"stage_since" timestamp with time zone DEFAULT now() NOT NULL,
	"display_name" text NOT NULL,
	"program" text,
	"noc_code" text,
	"crs_score" integer,
	"scored_on" date,
	"source" text,
	"enquiry_note" text,
	"planned_submission_on" date,
	"next_deadline_on" date,
	"next_deadline_kind" text,
	"required_count" integer DEFAULT 0 NOT NULL,
	"accepted_count" integer DEFAULT 0 NOT NULL,
	"review_count" integer DEFAULT 0 NOT NULL,
	"returned_count" integer DEFAULT 0 NOT NULL,
	"facts_version" integer DEFAULT 1 NOT NULL,
	"search_text" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "case_file_with_client" UNIQUE("id","client_id")
);
--> statement-breakpoint
CREATE TABLE "case_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "client" (
	"id" uuid PRIMARY KEY NOT NULL,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"email" text,
	"phone" text,
	"locale" text DEFAULT 'en' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "client_approval" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"by_user_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"facts_version" integer NOT NULL,
	"facts_shown" jsonb NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"author_kind" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_off" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"by_user_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"facts_version" integer NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "stage_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"from_stage" text,
	"to_stage" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"happened_on" date,
	"by_user_id" uuid,
	"reason" text,
	"document_id" uuid
);
--> statement-breakpoint
CREATE TABLE "submission" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"invitation_id" uuid NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"confirmation_number" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "submission_number" CHECK ("submission"."confirmation_number" <> '')
);
--> statement-breakpoint
CREATE TABLE "document" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"requirement_id" uuid,
	"title" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "document_with_case" UNIQUE("id","case_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "document_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"extension" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"flags" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"storage_key" text NOT NULL,
	"wrapped_key" text NOT NULL,
	"key_id" text NOT NULL,
	"state" text DEFAULT 'received' NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"reviewed_by" uuid,
	"reviewed_at" timestamp with time zone,
	"points_met" jsonb,
	"return_code" text,
	"return_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "document_version_return" CHECK ("document_version"."state" <> 'returned' or "document_version"."return_reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "requirement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"person_id" uuid,
	"rule_key" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text,
	"title" text NOT NULL,
	"reason" text NOT NULL,
	"responsible" text DEFAULT 'client' NOT NULL,
	"required" boolean DEFAULT true NOT NULL,
	"no_longer_needed" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'to_request' NOT NULL,
	"lead_days" integer DEFAULT 0 NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"due_on" date,
	"issued_on" date,
	"valid_until" date,
	"waived_reason" text,
	"requested_at" timestamp with time zone,
	"received_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "requirement_with_case" UNIQUE("id","case_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "upload" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"requirement_id" uuid,
	"user_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"size" integer NOT NULL,
	"declared_sha256" text,
	"state" text DEFAULT 'reserved' NOT NULL,
	"version_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"completed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "address" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"country" text NOT NULL,
	"city" text,
	"from_date" date NOT NULL,
	"to_date" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "address_order" CHECK ("address"."to_date" is null or "address"."to_date" >= "address"."from_date")
);
--> statement-breakpoint
CREATE TABLE "credential" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"level" text NOT NULL,
	"field" text,
	"institution" text NOT NULL,
	"country" text NOT NULL,
	"program_months" integer,
	"from_date" date,
	"awarded_on" date,
	"full_time" boolean DEFAULT true NOT NULL,
	"distance_learning" boolean DEFAULT false NOT NULL,
	"eca_body" text,
	"eca_issued_on" date,
	"eca_reference" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "credential_eca" CHECK (("credential"."eca_body" is null) = ("credential"."eca_issued_on" is null))
);
--> statement-breakpoint
CREATE TABLE "family_fact" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"client_id" uuid NOT NULL,
	"intended_province" text,
	"funds_cents" bigint,
	"funds_as_of" date,
	"sibling_in_canada" boolean,
	"relative_in_canada" boolean,
	"job_offer" jsonb,
	"certificate_of_qualification" jsonb,
	"nomination" jsonb,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "family_fact_funds" CHECK (("family_fact"."funds_cents" is null) = ("family_fact"."funds_as_of" is null))
);
--> statement-breakpoint
CREATE TABLE "job" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"employer" text NOT NULL,
	"title" text NOT NULL,
	"noc_code" text,
	"country" text NOT NULL,
	"city" text,
	"hours_per_week" numeric(5, 2) NOT NULL,
	"from_date" date NOT NULL,
	"to_date" date,
	"paid" boolean DEFAULT true NOT NULL,
	"self_employed" boolean DEFAULT false NOT NULL,
	"authorized" boolean,
	"during_full_time_study" boolean,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "job_order" CHECK ("job"."to_date" is null or "job"."to_date" >= "job"."from_date"),
	CONSTRAINT "job_hours" CHECK ("job"."hours_per_week" > 0 and "job"."hours_per_week" <= 168)
);
--> statement-breakpoint
CREATE TABLE "language_test" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"taken_on" date NOT NULL,
	"result_on" date,
	"listening" numeric(5, 1) NOT NULL,
	"reading" numeric(5, 1) NOT NULL,
	"writing" numeric(5, 1) NOT NULL,
	"speaking" numeric(5, 1) NOT NULL,
	"report_number" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"role" text NOT NULL,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"birth_date" date,
	"accompanying" boolean DEFAULT true NOT NULL,
	"status_in_canada" text,
	"country_of_residence" text,
	"citizenship" text,
	"passport_number" text,
	"passport_country" text,
	"passport_expires_on" date,
	"marital_status" text,
	"union_since" date,
	"earlier_union_ended" boolean,
	"other_names" text,
	"dependent_by_condition" boolean DEFAULT false NOT NULL,
	"adopted_or_shared_custody" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "person_with_case" UNIQUE("id","case_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "case_number_counter" (
	"year" integer PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "firm" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"address" text,
	"phone" text,
	"email" text,
	"time_zone" text DEFAULT 'America/Toronto' NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"to_address" text NOT NULL,
	"user_id" uuid,
	"case_id" uuid,
	"client_id" uuid,
	"context" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"sealed_token" text,
	"token_expires_at" timestamp with time zone,
	"state" text DEFAULT 'queued' NOT NULL,
	"message_id" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "occupation" (
	"code" text PRIMARY KEY NOT NULL,
	"teer" integer NOT NULL,
	"title_en" text NOT NULL,
	"title_fr" text NOT NULL,
	"definition_en" text,
	"search_text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deadline" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"source_kind" text NOT NULL,
	"source_id" uuid NOT NULL,
	"start_date" date,
	"time_zone" text NOT NULL,
	"rule" text NOT NULL,
	"due_on" date NOT NULL,
	"hard" boolean NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "express_entry_profile" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"profile_number" text NOT NULL,
	"job_seeker_code" text,
	"submitted_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"crs_score" integer NOT NULL,
	"ruleset_id" text NOT NULL,
	"classes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"status" text DEFAULT 'live' NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"profile_id" uuid NOT NULL,
	"round_id" text,
	"received_at" timestamp with time zone NOT NULL,
	"issue_date" date NOT NULL,
	"time_zone" text NOT NULL,
	"invitation_class" text NOT NULL,
	"category" text,
	"crs_score" integer NOT NULL,
	"ruleset_id" text NOT NULL,
	"computed_deadline" date NOT NULL,
	"shown_expiry" date,
	"deadline_date" date NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"facts_at_invitation" jsonb NOT NULL,
	"declined_reason" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "invitation_deadline" CHECK ("invitation"."deadline_date" <= "invitation"."computed_deadline")
);
--> statement-breakpoint
CREATE TABLE "round" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer,
	"date" date NOT NULL,
	"at" timestamp with time zone,
	"name" text NOT NULL,
	"program" text NOT NULL,
	"category_based" boolean DEFAULT false NOT NULL,
	"invitations" integer NOT NULL,
	"lowest_crs" integer NOT NULL,
	"tie_break_at" timestamp with time zone,
	"pool_total" integer,
	"source" text NOT NULL,
	"recorded_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app_user" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"status" text DEFAULT 'invited' NOT NULL,
	"demo" integer DEFAULT 0 NOT NULL,
	"password_hash" text,
	"password_key_id" text,
	"licence_number" text,
	"phone" text,
	"client_id" uuid,
	"locale" text DEFAULT 'en' NOT NULL,
	"away_from" date,
	"away_to" date,
	"cover_user_id" uuid,
	"last_seen_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "app_user_client_role" CHECK (("app_user"."role" = 'client') = ("app_user"."client_id" is not null)),
	CONSTRAINT "app_user_role" CHECK ("app_user"."role" in ('consultant', 'manager', 'administrator', 'client'))
);
--> statement-breakpoint
CREATE TABLE "auth_counter" (
	"key" text PRIMARY KEY NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"last_attempt_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "auth_device" (
	"id_hash" "bytea" NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "auth_device_id_hash_user_id_pk" PRIMARY KEY("id_hash","user_id")
);
--> statement-breakpoint
CREATE TABLE "auth_session" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"device_hash" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"second_factor_at" timestamp with time zone,
	"ip_prefix" text,
	"user_agent_hash" text
);
--> statement-breakpoint
CREATE TABLE "idempotency_record" (
	"actor_id" uuid NOT NULL,
	"route" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"response" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_record_actor_id_route_key_pk" PRIMARY KEY("actor_id","route","key")
);
--> statement-breakpoint
CREATE TABLE "secret_token" (
	"id" uuid PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"user_id" uuid NOT NULL,
	"email" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_by" uuid
);
--> statement-breakpoint
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_case_id_client_id_case_file_id_client_id_fk" FOREIGN KEY ("case_id","client_id") REFERENCES "public"."case_file"("id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_client_id_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_owner_id_app_user_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_note" ADD CONSTRAINT "case_note_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_approval" ADD CONSTRAINT "client_approval_case_id_client_id_case_file_id_client_id_fk" FOREIGN KEY ("case_id","client_id") REFERENCES "public"."case_file"("id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_case_id_client_id_case_file_id_client_id_fk" FOREIGN KEY ("case_id","client_id") REFERENCES "public"."case_file"("id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off" ADD CONSTRAINT "sign_off_case_id_client_id_case_file_id_client_id_fk" FOREIGN KEY ("case_id","client_id") REFERENCES "public"."case_file"("id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_change" ADD CONSTRAINT "stage_change_case_id_client_id_case_file_id_client_id_fk" FOREIGN KEY ("case_id","client_id") REFERENCES "public"."case_file"("id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_case_id_client_id_case_file_id_client_id_fk" FOREIGN KEY ("case_id","client_id") REFERENCES "public"."case_file"("id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_case_id_client_id_case_file_id_client_id_fk" FOREIGN KEY ("case_id","client_id") REFERENCES "public"."case_file"("id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_requirement_id_case_id_client_id_requirement_id_case_id_client_id_fk" FOREIGN KEY ("requirement_id","case_id","client_id") REFERENCES "public"."requirement"("id","case_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_document_id_case_id_client_id_document_id_case_id_client_id_fk" FOREIGN KEY ("document_id","case_id","client_id") REFERENCES "public"."document"("id","case_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_case_id_client_id_case_file_id_client_id_fk" FOREIGN KEY ("case_id","client_id") REFERENCES "public"."case_file"("id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_case_id_client_id_case_file_id_client_id_fk" FOREIGN KEY ("case_id","client_id") REFERENCES "public"."case_file"("id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_requirement_id_case_id_client_id_requirement_id_case_id_client_id_fk" FOREIGN KEY ("requirement_id","case_id","client_id") REFERENCES "public"."requirement"("id","case_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "address" ADD CONSTRAINT "address_person_id_case_id_client_id_person_id_case_id_client_id_fk" FOREIGN KEY ("person_id","case_id","client_id") REFERENCES "public"."person"("id","case_id","client_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential" ADD CONSTRAINT "credential_person_id_case_id_client_id_person_id_case_id_client_id_fk" FOREIGN KEY ("person_id","case_id","client_id") REFERENCES "public"."person"("id","case_id","client_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "family_fact" ADD CONSTRAINT "family_fact_case_id_client_id_case_file_id_client_id_fk" FOREIGN KEY ("case_id","client_id") REFERENCES "public"."case_file"("id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job" ADD CONSTRAINT "job_person_id_case_id_client_id_person_id_case_id_client_id_fk" FOREIGN KEY ("person_id","case_id","client_id") REFERENCES "public"."person"("id","case_id","client_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "language_test" ADD CONSTRAINT "language_test_person_id_case_id_client_id_person_id_case_id_client_id_fk" FOREIGN KEY ("person_id","case_id","client_id") REFERENCES "public"."person"("id","case_id","client_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_case_id_client_id_case_file_id_client_id_fk" FOREIGN KEY ("case_id","client_id") REFERENCES "public"."case_file"("id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_case_id_client_id_case_file_id_client_id_fk" FOREIGN KEY ("case_id","client_id") REFERENCES "public"."case_file"("id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "express_entry_profile" ADD CONSTRAINT "express_entry_profile_case_id_client_id_case_file_id_client_id_fk" FOREIGN KEY ("case_id","client_id") REFERENCES "public"."case_file"("id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_profile_id_express_entry_profile_id_fk" FOREIGN KEY ("profile_id") REFERENCES "public"."express_entry_profile"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_case_id_client_id_case_file_id_client_id_fk" FOREIGN KEY ("case_id","client_id") REFERENCES "public"."case_file"("id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_device" ADD CONSTRAINT "auth_device_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "secret_token" ADD CONSTRAINT "secret_token_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "audit_chain_event" ON "audit_chain" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "audit_event_case" ON "audit_event" USING btree ("case_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_event_at" ON "audit_event" USING btree ("at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "agreement_case" ON "agreement" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_file_number" ON "case_file" USING btree ("number");--> statement-breakpoint
CREATE INDEX "case_file_client" ON "case_file" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "case_file_owner" ON "case_file" USING btree ("owner_id","stage");--> statement-breakpoint
CREATE INDEX "case_file_stage" ON "case_file" USING btree ("stage","stage_since");--> statement-breakpoint
CREATE INDEX "case_file_updated" ON "case_file" USING btree ("updated_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "case_file_owner_updated" ON "case_file" USING btree ("owner_id","updated_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "case_file_name" ON "case_file" USING btree ("display_name","id");--> statement-breakpoint
CREATE INDEX "case_file_deadline" ON "case_file" USING btree ("next_deadline_on","id");--> statement-breakpoint
CREATE INDEX "case_file_score" ON "case_file" USING btree ("crs_score" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "case_file_program" ON "case_file" USING btree ("program","stage");--> statement-breakpoint
CREATE INDEX "case_file_search" ON "case_file" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "case_note_case" ON "case_note" USING btree ("case_id","created_at");--> statement-breakpoint
CREATE INDEX "client_email" ON "client" USING btree ("email");--> statement-breakpoint
CREATE INDEX "client_approval_case" ON "client_approval" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "message_case" ON "message" USING btree ("case_id","created_at");--> statement-breakpoint
CREATE INDEX "message_unread" ON "message" USING btree ("case_id","author_kind") WHERE "message"."read_at" is null;--> statement-breakpoint
CREATE INDEX "sign_off_case" ON "sign_off" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "stage_change_case" ON "stage_change" USING btree ("case_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "submission_invitation" ON "submission" USING btree ("invitation_id");--> statement-breakpoint
CREATE INDEX "document_case" ON "document" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "document_requirement" ON "document" USING btree ("requirement_id");--> statement-breakpoint
CREATE UNIQUE INDEX "document_version_number" ON "document_version" USING btree ("document_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "document_version_storage" ON "document_version" USING btree ("storage_key");--> statement-breakpoint
CREATE INDEX "document_version_case" ON "document_version" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "requirement_rule" ON "requirement" USING btree ("case_id","rule_key");--> statement-breakpoint
CREATE INDEX "requirement_waiting" ON "requirement" USING btree ("received_at") WHERE "requirement"."state" in ('received', 'in_review');--> statement-breakpoint
CREATE INDEX "upload_case" ON "upload" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "upload_user_day" ON "upload" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "address_case" ON "address" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "credential_case" ON "credential" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "job_case" ON "job" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "language_test_case" ON "language_test" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "person_case" ON "person" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "mail_state" ON "mail" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "mail_created" ON "mail" USING btree ("created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "occupation_search" ON "occupation" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "deadline_source" ON "deadline" USING btree ("source_kind","source_id","kind");--> statement-breakpoint
CREATE INDEX "deadline_case" ON "deadline" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "deadline_open" ON "deadline" USING btree ("kind","due_on") WHERE "deadline"."state" = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "profile_one_live" ON "express_entry_profile" USING btree ("case_id") WHERE "express_entry_profile"."status" = 'live';--> statement-breakpoint
CREATE INDEX "profile_case" ON "express_entry_profile" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "profile_ranked" ON "express_entry_profile" USING btree ("status","crs_score" DESC NULLS LAST,"submitted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "profile_number" ON "express_entry_profile" USING btree ("profile_number");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_one_open" ON "invitation" USING btree ("case_id") WHERE "invitation"."status" = 'open';--> statement-breakpoint
CREATE INDEX "invitation_case" ON "invitation" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "invitation_open" ON "invitation" USING btree ("deadline_date") WHERE "invitation"."status" = 'open';--> statement-breakpoint
CREATE INDEX "invitation_round" ON "invitation" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "round_date" ON "round" USING btree ("date" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "round_program" ON "round" USING btree ("program","date" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "app_user_email" ON "app_user" USING btree ("email");--> statement-breakpoint
CREATE INDEX "app_user_client" ON "app_user" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "auth_session_user" ON "auth_session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "idempotency_record_created" ON "idempotency_record" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "secret_token_hash" ON "secret_token" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "secret_token_user" ON "secret_token" USING btree ("user_id","purpose");