-- What client and firm write hangs on the case or on one item of its checklist; a file comes with a message by the same
-- safe upload as every document; the firm's own wordings of what it writes often, in versions.

-- A thread: the messages of a case with one item, or with none (the general one, where everything from before is).
alter table message
  add column requirement_id uuid,
  -- The client's words need nothing more of the firm: it answered them, or somebody said that no answer is needed.
  add column settled_at timestamptz,
  add column settled_by uuid references app_user (id),
  add column settlement text check (settlement in ('answered', 'not_needed')),
  add constraint message_item_fk foreign key (requirement_id, case_id, client_id)
    references requirement (id, case_id, client_id),
  add constraint message_with_case unique (id, case_id, client_id),
  add constraint message_settled check ((settled_at is null) = (settlement is null));
create index message_thread on message (case_id, requirement_id, created_at desc, id desc);
create index message_unsettled on message (case_id) where author_kind = 'client' and settled_at is null;

-- Until now what had been read was done with.
update message m set settled_at = m.read_at, settlement = 'not_needed'
  where author_kind = 'client' and read_at is not null;
update message m set settled_at = answer.created_at, settled_by = answer.author_id, settlement = 'answered'
  from message answer
  where m.author_kind = 'client' and m.read_at is not null and answer.case_id = m.case_id
    and answer.author_kind = 'staff' and answer.created_at > m.created_at
    and not exists (select from message earlier where earlier.case_id = m.case_id and earlier.author_kind = 'staff'
      and earlier.created_at > m.created_at and earlier.created_at < answer.created_at);

grant select (requirement_id) on message to landfall_portal;
-- Whoever came by a link runs as the client's role: of messages they see and write none.
create policy message_not_by_link on message as restrictive for all to landfall_portal
  using (not exists (select from item_link where item_link.id = nullif(current_setting('app.user_id', true), '')::uuid))
  with check (not exists (select from item_link where item_link.id = nullif(current_setting('app.user_id', true), '')::uuid));

-- A file that comes with a message. Before the message is sent it waits in the composer of whoever added it, and nobody
-- else sees it.
alter table document_version
  add column message_id uuid,
  add column draft_of uuid,
  -- The thread that it waits for: an item, or the general one.
  add column draft_item uuid,
  add constraint document_version_message_fk foreign key (message_id, case_id, client_id)
    references message (id, case_id, client_id),
  add constraint document_version_draft check (draft_of is null or message_id is null);
create index document_version_of_message on document_version (message_id) where message_id is not null;
create index document_version_drafts on document_version (draft_of, case_id) where draft_of is not null;
alter table upload
  add column for_message boolean not null default false,
  add column message_item uuid;

grant select (message_id, draft_of, draft_item), update (message_id, draft_of, draft_item)
  on document_version to landfall_portal;
create policy document_version_draft_seen on document_version as restrictive for select to landfall_portal
  using (draft_of is null or draft_of = nullif(current_setting('app.user_id', true), '')::uuid);
create policy document_version_draft_sent on document_version as restrictive for update to landfall_portal
  using (draft_of = nullif(current_setting('app.user_id', true), '')::uuid) with check (client_id = current_client_id());

-- Takes a file back that waits in one's own composer: its rows go, its bytes go with the next sweep.
create function discard_message_draft(draft_version uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  emptied uuid;
begin
  delete from document_version
    where id = draft_version and draft_of = nullif(current_setting('app.user_id', true), '')::uuid
    returning document_id into emptied;
  if not found then
    raise exception 'no such draft' using errcode = 'insufficient_privilege';
  end if;
  delete from document where id = emptied
    and not exists (select from document_version where document_version.document_id = emptied);
end
$$;
revoke all on function discard_message_draft(uuid) from public;
grant execute on function discard_message_draft(uuid) to landfall_app, landfall_portal;

-- What the firm writes often, in both languages. Every change is a new row; the highest number of an id is what it says now.
create table message_template (
  id uuid not null,
  number integer not null check (number > 0),
  title text not null,
  body_en text not null,
  body_fr text not null,
  -- Not offered any more.
  withdrawn boolean not null default false,
  -- null: shipped with the product.
  changed_by uuid references app_user (id),
  changed_at timestamptz not null,
  primary key (id, number)
);
create function refuse_message_template_change() returns trigger language plpgsql as $$
begin
  raise exception 'a version of a message template is never changed';
end $$;
create trigger message_template_kept before update or delete on message_template
  for each row execute function refuse_message_template_change();
grant select, insert on message_template to landfall_app;
revoke update, delete on message_template from landfall_app;
alter table message_template enable row level security;
create policy message_template_app on message_template for all to landfall_app using (true) with check (true);

insert into message_template (id, number, title, body_en, body_fr, changed_at) values
('4c1f7c1e-0043-4a01-9a01-000000000001', 1, 'Ask for a document',
$en$Hello {client name},

For your file {file number} we need this from you: {item}. Please send it by {due date}; that leaves {days left}.

You can take a photo of it with your phone, or send a PDF. The page of the document in your portal shows what a good copy looks like.

If something stands in the way, answer here and we will find another way together.

{consultant}$en$,
$fr$Bonjour {client name},

Pour votre dossier {file number}, il nous faut de votre part : {item}. Merci de nous l’envoyer au plus tard le {due date}; il reste {days left}.

Vous pouvez le photographier avec votre téléphone ou envoyer un PDF. La page du document, dans votre portail, montre à quoi ressemble une bonne copie.

Si quelque chose vous en empêche, répondez ici et nous trouverons une autre solution ensemble.

{consultant}$fr$, now()),
('4c1f7c1e-0043-4a01-9a01-000000000002', 1, 'Remind: still waiting for a document',
$en$Hello {client name},

We are still waiting for: {item}. To be sent in time it should reach us by {due date}; that leaves {days left}.

Have you asked for it already? Tell us when, and when you expect it. If you have not, please begin today: some offices take longer than they say.

{consultant}$en$,
$fr$Bonjour {client name},

Nous attendons encore : {item}. Pour être envoyé à temps, il devrait nous parvenir au plus tard le {due date}; il reste {days left}.

L’avez-vous déjà demandé? Dites-nous quand, et pour quand vous l’attendez. Sinon, commencez dès aujourd’hui : certains bureaux prennent plus de temps qu’ils ne le disent.

{consultant}$fr$, now()),
('4c1f7c1e-0043-4a01-9a01-000000000003', 1, 'We have not heard from you',
$en$Hello {client name},

We have not heard from you for a while, and your file {file number} has a date that cannot be moved: {due date}. That leaves {days left}.

Please answer this message today, even with one line: what you have, what is missing, and whether anything has changed in your life or your work. We will tell you what comes first.

{consultant}$en$,
$fr$Bonjour {client name},

Nous sommes sans nouvelles de vous depuis un moment, et votre dossier {file number} a une date qui ne peut pas être déplacée : le {due date}. Il reste {days left}.

Répondez à ce message dès aujourd’hui, même en une ligne : ce que vous avez, ce qui manque, et si quelque chose a changé dans votre vie ou votre travail. Nous vous dirons par quoi commencer.

{consultant}$fr$, now()),
('4c1f7c1e-0043-4a01-9a01-000000000004', 1, 'Please confirm your facts',
$en$Hello {client name},

Your file {file number} is ready for you to read. In your portal you find every fact that we will give to IRCC. Please read it line by line, and say “This is wrong” wherever something is not right; what you confirm is what we send.

Nothing leaves our office before you have confirmed it. The last day for the application is {due date}; that leaves {days left}.

{consultant}$en$,
$fr$Bonjour {client name},

Votre dossier {file number} est prêt à être relu. Dans votre portail se trouve chaque fait que nous donnerons à IRCC. Lisez-le ligne par ligne, et signalez tout ce qui n’est pas exact; ce que vous confirmez est ce que nous envoyons.

Rien ne quitte notre bureau avant votre confirmation. Le dernier jour pour la demande est le {due date}; il reste {days left}.

{consultant}$fr$, now()),
('4c1f7c1e-0043-4a01-9a01-000000000005', 1, 'Has anything changed?',
$en$Hello {client name},

Before the next step of your file {file number}, please tell us whether anything has changed since we last spoke: a new job or new duties, a new address, a new passport, marriage or separation, a child, time outside Canada.

If nothing has changed, answer “nothing has changed”. IRCC expects to be told, and a change that we know of is easy to handle.

{consultant}$en$,
$fr$Bonjour {client name},

Avant la prochaine étape de votre dossier {file number}, dites-nous si quelque chose a changé depuis notre dernier échange : un nouvel emploi ou de nouvelles fonctions, une nouvelle adresse, un nouveau passeport, un mariage ou une séparation, un enfant, du temps passé hors du Canada.

Si rien n’a changé, répondez « rien n’a changé ». IRCC s’attend à en être informé, et un changement dont nous sommes au courant se règle facilement.

{consultant}$fr$, now());
