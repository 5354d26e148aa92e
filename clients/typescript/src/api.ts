// Generated from tests/contracts/openapi.json by `npm run generate`. Changes made here are lost.

export interface paths {
    "/api/v1/adoptions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description All adoptions that the caller reads, the last recorded first. */
        get: operations["get_adoptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/adoptions/{adoption_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What one county did with one entry; DELETE takes back what it entered by mistake (`write:workspace`). */
        get: operations["get_adoptions_by_adoption_id"];
        put?: never;
        post?: never;
        /** @description What one county did with one entry; DELETE takes back what it entered by mistake (`write:workspace`). */
        delete: operations["delete_adoptions_by_adoption_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/challenges/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description All challenges that the caller reads, newest first; POST puts one to all members. */
        get: operations["get_challenges"];
        put?: never;
        /** @description All challenges that the caller reads, newest first; POST puts one to all members. */
        post: operations["post_challenges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/challenges/{challenge_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One challenge, without its posts. */
        get: operations["get_challenges_by_challenge_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consultations/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description All consultations, the newest first, to members and to those whose draft it is. */
        get: operations["get_consultations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consultations/{consultation_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One consultation with its questions, and how many have contributed. */
        get: operations["get_consultations_by_consultation_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consultations/{consultation_id}/contributions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What members said, in the order in which it came, with the answers of the group; POST says something. */
        get: operations["get_consultations_by_consultation_id_contributions"];
        put?: never;
        /** @description What members said, in the order in which it came, with the answers of the group; POST says something. */
        post: operations["post_consultations_by_consultation_id_contributions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consultations/{consultation_id}/end/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Ends a consultation before its time; the text is written on, or is decided again. */
        post: operations["post_consultations_by_consultation_id_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consultations/{consultation_id}/nothing-to-add/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The caller has read it and has nothing to add. */
        post: operations["post_consultations_by_consultation_id_nothing_to_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consultations/{consultation_id}/text/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The text that members are asked about, also for those who do not read the draft. */
        get: operations["get_consultations_by_consultation_id_text"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contributions/{contribution_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description One contribution. Its author changes it by PATCH and takes it back by DELETE until the end of the consultation;
         *     afterwards PATCH says what the group made of it.
         */
        get: operations["get_contributions_by_contribution_id"];
        put?: never;
        post?: never;
        /**
         * @description One contribution. Its author changes it by PATCH and takes it back by DELETE until the end of the consultation;
         *     afterwards PATCH says what the group made of it.
         */
        delete: operations["delete_contributions_by_contribution_id"];
        options?: never;
        head?: never;
        /**
         * @description One contribution. Its author changes it by PATCH and takes it back by DELETE until the end of the consultation;
         *     afterwards PATCH says what the group made of it.
         */
        patch: operations["patch_contributions_by_contribution_id"];
        trace?: never;
    };
    "/api/v1/counties/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The official list of counties, and those that this forum has added. Names repeat: show the kind with them. */
        get: operations["get_counties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discussions/{discussion_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One discussion, without its posts; PATCH gives it another title or other topics (`write:workspace`). */
        get: operations["get_discussions_by_discussion_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description One discussion, without its posts; PATCH gives it another title or other topics (`write:workspace`). */
        patch: operations["patch_discussions_by_discussion_id"];
        trace?: never;
    };
    "/api/v1/discussions/{discussion_id}/posts/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The posts that the caller reads, in their order; POST says something more. */
        get: operations["get_discussions_by_discussion_id_posts"];
        put?: never;
        /** @description The posts that the caller reads, in their order; POST says something more. */
        post: operations["post_discussions_by_discussion_id_posts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description All drafts that the caller reads, the last changed first; POST begins an empty one in a group or for a county. */
        get: operations["get_drafts"];
        put?: never;
        /** @description All drafts that the caller reads, the last changed first; POST begins an empty one in a group or for a county. */
        post: operations["post_drafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description One draft with its text, or with `format` the text alone in another form; PATCH changes its title and
         *     what it answers.
         */
        get: operations["get_drafts_by_draft_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * @description One draft with its text, or with `format` the text alone in another form; PATCH changes its title and
         *     what it answers.
         */
        patch: operations["patch_drafts_by_draft_id"];
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/comments/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The comments on a draft with their answers, in the order in which they were written; POST says something, about a
         *     passage, about the whole, or as an answer.
         */
        get: operations["get_drafts_by_draft_id_comments"];
        put?: never;
        /**
         * @description The comments on a draft with their answers, in the order in which they were written; POST says something, about a
         *     passage, about the whole, or as an answer.
         */
        post: operations["post_drafts_by_draft_id_comments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/comments/{comment_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One comment or answer; PATCH says that it is settled or open again, DELETE deletes it. */
        get: operations["get_drafts_by_draft_id_comments_by_comment_id"];
        put?: never;
        post?: never;
        /** @description One comment or answer; PATCH says that it is settled or open again, DELETE deletes it. */
        delete: operations["delete_drafts_by_draft_id_comments_by_comment_id"];
        options?: never;
        head?: never;
        /** @description One comment or answer; PATCH says that it is settled or open again, DELETE deletes it. */
        patch: operations["patch_drafts_by_draft_id_comments_by_comment_id"];
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/consultations/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Freezes the text and asks all members about it; each is told once. */
        post: operations["post_drafts_by_draft_id_consultations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/decisions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The decisions about a draft, the newest first; POST freezes the text and asks those who write in it. */
        get: operations["get_drafts_by_draft_id_decisions"];
        put?: never;
        /** @description The decisions about a draft, the newest first; POST freezes the text and asks those who write in it. */
        post: operations["post_drafts_by_draft_id_decisions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/decisions/{decision_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One decision, with what each answered. */
        get: operations["get_drafts_by_draft_id_decisions_by_decision_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/decisions/{decision_id}/answers/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The caller's own answer; until the end it can be sent anew. */
        post: operations["post_drafts_by_draft_id_decisions_by_decision_id_answers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/merge/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Puts the text of another draft after that of this one and closes the other.
         *
         *     Where somebody would read words who could not read them before, it is refused: on the pages these people are shown
         *     first.
         */
        post: operations["post_drafts_by_draft_id_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/publications/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Every time the draft was handed to the editors, the newest first; POST hands its adopted text in, or says in
         *     `errors.draft` all that blocks it.
         */
        get: operations["get_drafts_by_draft_id_publications"];
        put?: never;
        /**
         * @description Every time the draft was handed to the editors, the newest first; POST hands its adopted text in, or says in
         *     `errors.draft` all that blocks it.
         */
        post: operations["post_drafts_by_draft_id_publications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/sections/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The headings of a draft; POST makes a draft of what stands under one of them, and takes it out of this one. */
        get: operations["get_drafts_by_draft_id_sections"];
        put?: never;
        /** @description The headings of a draft; POST makes a draft of what stands under one of them, and takes it out of this one. */
        post: operations["post_drafts_by_draft_id_sections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/suggestions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The suggestions for a draft, in the order in which they were made; POST makes one. */
        get: operations["get_drafts_by_draft_id_suggestions"];
        put?: never;
        /** @description The suggestions for a draft, in the order in which they were made; POST makes one. */
        post: operations["post_drafts_by_draft_id_suggestions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/suggestions/{suggestion_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One suggestion; PATCH accepts it, declines it with a reason, or takes it back. */
        get: operations["get_drafts_by_draft_id_suggestions_by_suggestion_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description One suggestion; PATCH accepts it, declines it with a reason, or takes it back. */
        patch: operations["patch_drafts_by_draft_id_suggestions_by_suggestion_id"];
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/ticket/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A ticket for the socket of the draft, for a program that has no cookie; good for one use within a minute. */
        post: operations["post_drafts_by_draft_id_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/transitions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Where the draft could go from its present state, and whether the caller may move it there; POST moves it. */
        get: operations["get_drafts_by_draft_id_transitions"];
        put?: never;
        /** @description Where the draft could go from its present state, and whether the caller may move it there; POST moves it. */
        post: operations["post_drafts_by_draft_id_transitions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/versions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The versions of a draft, the newest first, without their texts; POST keeps the text of this moment. */
        get: operations["get_drafts_by_draft_id_versions"];
        put?: never;
        /** @description The versions of a draft, the newest first, without their texts; POST keeps the text of this moment. */
        post: operations["post_drafts_by_draft_id_versions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}/versions/{number}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One version with its text and who wrote what of it. */
        get: operations["get_drafts_by_draft_id_versions_by_number"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entries/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Entries that the caller may read, each in the fullest layer that is open to them.
         *
         *     While entries are added, `next` neither skips nor repeats any; `offset` counts from the beginning anew each time.
         *     POST writes a new entry, which nobody but authors, editors and office reads until it is published.
         */
        get: operations["get_entries"];
        put?: never;
        /**
         * @description Entries that the caller may read, each in the fullest layer that is open to them.
         *
         *     While entries are added, `next` neither skips nor repeats any; `offset` counts from the beginning anew each time.
         *     POST writes a new entry, which nobody but authors, editors and office reads until it is published.
         */
        post: operations["post_entries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entries/{entry_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description One entry in the fullest layer that is open to the caller. PATCH keeps a new version, which is not published by
         *     that: what is not sent stays as it is.
         */
        get: operations["get_entries_by_entry_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * @description One entry in the fullest layer that is open to the caller. PATCH keeps a new version, which is not published by
         *     that: what is not sent stays as it is.
         */
        patch: operations["patch_entries_by_entry_id"];
        trace?: never;
    };
    "/api/v1/entries/{entry_id}/newest/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The newest version of an entry as it is written, published or not, for whoever may change it. */
        get: operations["get_entries_by_entry_id_newest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entries/{entry_id}/previews/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description POST gives a link to the newest version of an entry as it is now. It opens for an hour, at this version. */
        post: operations["post_entries_by_entry_id_previews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entries/{entry_id}/transitions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Where an entry could go from here, and whether the caller may move it there; POST moves it.
         *
         *     Whoever publishes, approves or releases names with `If-Match` what they have read.
         */
        get: operations["get_entries_by_entry_id_transitions"];
        put?: never;
        /**
         * @description Where an entry could go from here, and whether the caller may move it there; POST moves it.
         *
         *     Whoever publishes, approves or releases names with `If-Match` what they have read.
         */
        post: operations["post_entries_by_entry_id_transitions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description All events that the caller may know of, past ones too, in the order in which they begin. */
        get: operations["get_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{event_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One event, with its agenda, its dates and what the caller may do with it. */
        get: operations["get_events_by_event_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description POST takes a file to download for entries. Its text is read for the search once an entry shows it. */
        post: operations["post_files"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{media_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One file, for those who write entries. */
        get: operations["get_files_by_media_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/following/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description All that the caller follows and may see (scope `read:members`); POST follows one thing (`write:workspace`). */
        get: operations["get_following"];
        put?: never;
        /** @description All that the caller follows and may see (scope `read:members`); POST follows one thing (`write:workspace`). */
        post: operations["post_following"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/following/{kind}/{thing_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description DELETE ends following (`write:workspace`); it answers the same whether the caller followed it. */
        delete: operations["delete_following_by_kind_by_thing_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The groups that the caller knows of, by title; POST proposes one (scope `write:workspace`). */
        get: operations["get_groups"];
        put?: never;
        /** @description The groups that the caller knows of, by title; POST proposes one (scope `write:workspace`). */
        post: operations["post_groups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{slug}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One group, as the caller knows it. */
        get: operations["get_groups_by_slug"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{slug}/discussions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The discussions of a group, those with the newest posts first; POST begins one, in the group unless `class` says
         *     otherwise.
         */
        get: operations["get_groups_by_slug_discussions"];
        put?: never;
        /**
         * @description The discussions of a group, those with the newest posts first; POST begins one, in the group unless `class` says
         *     otherwise.
         */
        post: operations["post_groups_by_slug_discussions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{slug}/files/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The files of a group that the caller reads, the newest first; POST puts one down. */
        get: operations["get_groups_by_slug_files"];
        put?: never;
        /** @description The files of a group that the caller reads, the newest first; POST puts one down. */
        post: operations["post_groups_by_slug_files"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{slug}/files/{file_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One file; PATCH gives it another title or note, DELETE removes it with all versions. */
        get: operations["get_groups_by_slug_files_by_file_id"];
        put?: never;
        post?: never;
        /** @description One file; PATCH gives it another title or note, DELETE removes it with all versions. */
        delete: operations["delete_groups_by_slug_files_by_file_id"];
        options?: never;
        head?: never;
        /** @description One file; PATCH gives it another title or note, DELETE removes it with all versions. */
        patch: operations["patch_groups_by_slug_files_by_file_id"];
        trace?: never;
    };
    "/api/v1/groups/{slug}/files/{file_id}/versions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description POST puts a new version in the place of the present one, which stays readable. */
        post: operations["post_groups_by_slug_files_by_file_id_versions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{slug}/tasks/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The tasks of a group that the caller reads, in the order in which they were written down; POST adds one. */
        get: operations["get_groups_by_slug_tasks"];
        put?: never;
        /** @description The tasks of a group that the caller reads, in the order in which they were written down; POST adds one. */
        post: operations["post_groups_by_slug_tasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{slug}/tasks/{task_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One task; PATCH changes it or says that it is done, DELETE deletes it. */
        get: operations["get_groups_by_slug_tasks_by_task_id"];
        put?: never;
        post?: never;
        /** @description One task; PATCH changes it or says that it is done, DELETE deletes it. */
        delete: operations["delete_groups_by_slug_tasks_by_task_id"];
        options?: never;
        head?: never;
        /** @description One task; PATCH changes it or says that it is done, DELETE deletes it. */
        patch: operations["patch_groups_by_slug_tasks_by_task_id"];
        trace?: never;
    };
    "/api/v1/me/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The owner of the token or session, and what it opens: a token shows what its scopes leave of its owner. */
        get: operations["get_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What the caller is told, newest first, of what they may still see. Needs `read:members`. */
        get: operations["get_notifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{notification_id}/read/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Marks one as read; once more changes nothing. Needs `read:members` and `write:workspace`. */
        post: operations["post_notifications_by_notification_id_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pictures/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description POST takes a picture for entries: JPEG, PNG, WebP or GIF. Where it was taken is left out of it. */
        post: operations["post_pictures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pictures/{media_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One picture in all its sizes, for those who write entries. */
        get: operations["get_pictures_by_media_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/preview/{token}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One version of one entry, published or not, for whoever was given the link. No cache keeps it. */
        get: operations["get_preview_by_token"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What the caller may read and the question asks for, best first. */
        get: operations["get_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suggest/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description How the typed letters may go on, from what the caller may read; at most eight. */
        get: operations["get_suggest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Topics in which the caller sees something, and those that are open to everybody; with the number of entries. */
        get: operations["get_topics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The webhooks of this token; POST makes one, at most 20, and shows its secret once. */
        get: operations["get_webhooks"];
        put?: never;
        /** @description The webhooks of this token; POST makes one, at most 20, and shows its secret once. */
        post: operations["post_webhooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One webhook; PATCH changes it and switches it on or off, DELETE ends it with the list of its deliveries. */
        get: operations["get_webhooks_by_webhook_id"];
        put?: never;
        post?: never;
        /** @description One webhook; PATCH changes it and switches it on or off, DELETE ends it with the list of its deliveries. */
        delete: operations["delete_webhooks_by_webhook_id"];
        options?: never;
        head?: never;
        /** @description One webhook; PATCH changes it and switches it on or off, DELETE ends it with the list of its deliveries. */
        patch: operations["patch_webhooks_by_webhook_id"];
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/deliveries/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What was sent or tried, the newest first. */
        get: operations["get_webhooks_by_webhook_id_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One delivery with what it says, as far as the token may know of it now. */
        get: operations["get_webhooks_by_webhook_id_deliveries_by_delivery_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/redeliver/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description POST has it sent once more, at once, under the same `webhook-id`. */
        post: operations["post_webhooks_by_webhook_id_deliveries_by_delivery_id_redeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/secret/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description POST gives another secret, shown once; for a day deliveries are signed with the old one too. */
        post: operations["post_webhooks_by_webhook_id_secret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/events/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Everything that a webhook can be told, with the plugin that brings it; all of it in one answer. */
        get: operations["get_webhooks_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AdoptedEntry: {
            id: number;
            title: string;
            url: string;
        };
        AdoptingCounty: {
            /** @description Official key (AGS). */
            key: string;
            name: string;
        };
        AdoptionContact: {
            id: number;
            name: string;
        };
        /** @description What one county did with one entry. Stopped is as welcome as adopted. */
        AdoptionDetail: {
            /** @description What the county does differently. */
            changed: string;
            /** Format: date-time */
            changed_at: string;
            /** @description Whom to ask, while they are in the directory. */
            contact: components["schemas"]["AdoptionContact"] | null;
            county: components["schemas"]["AdoptingCounty"];
            effort: string;
            entry: components["schemas"]["AdoptedEntry"];
            id: number;
            /** @description Verb → true, or the sentence why not. */
            may: {
                [key: string]: unknown;
            };
            /**
             * Format: date
             * @description First day of the month in which this state began.
             */
            month: string;
            /** Format: date-time */
            recorded_at: string;
            result: string;
            /** @enum {string} */
            state: "tried" | "adapted" | "adopted" | "dropped";
            url: string;
        };
        /** @description What one county did with one entry. Stopped is as welcome as adopted. */
        AdoptionItem: {
            /** @description What the county does differently. */
            changed: string;
            /** Format: date-time */
            changed_at: string;
            /** @description Whom to ask, while they are in the directory. */
            contact: components["schemas"]["AdoptionContact"] | null;
            county: components["schemas"]["AdoptingCounty"];
            effort: string;
            entry: components["schemas"]["AdoptedEntry"];
            id: number;
            /**
             * Format: date
             * @description First day of the month in which this state began.
             */
            month: string;
            /** Format: date-time */
            recorded_at: string;
            result: string;
            /** @enum {string} */
            state: "tried" | "adapted" | "adopted" | "dropped";
            url: string;
        };
        AdoptionList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["AdoptionItem"][];
        };
        Answered: {
            answer: string;
            note?: string;
        };
        /** @description The version of the draft that all members are asked about; it never changes. */
        AskedVersion: {
            /** @description SHA-256 of title and text, as of the version. */
            digest: string;
            /** @description Counted from 1 in each draft. */
            number: number;
            /** @description Address under which its text is read. */
            text: string;
        };
        /** @description A file or picture that hangs on a post; whoever reads the post fetches it under `content_url`. */
        AttachmentItem: {
            /** @description What a picture shows. */
            alt: string;
            content_type: string;
            content_url: string;
            id: number;
            name: string;
            /** @description Bytes. */
            size: number;
        };
        Block: {
            type: string;
            value: unknown;
        };
        Body: {
            blocks: components["schemas"]["Block"][];
            /** @description Cleaned: nothing in it runs or loads from elsewhere. */
            html: string;
        };
        /** @description A question of practice that a member put to all members. */
        ChallengeItem: {
            /** @description The post that helped. */
            answer: number | null;
            author: components["schemas"]["PersonName"];
            /** Format: date-time */
            created_at: string;
            /** @description What is said stands under `discussions/<id>/posts/`. */
            discussion: number;
            id: number;
            /** Format: date-time */
            last_post_at: string;
            /** @description Verb → true, or the sentence why not. */
            may: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            quotable: "yes" | "without_county" | "no";
            /** @enum {string} */
            state: "open" | "talked_about" | "answered" | "entry" | "withdrawn";
            title: string;
            /** @description Slugs. */
            topics: string[];
            urgent: boolean;
            url: string;
        };
        ChallengeList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["ChallengeItem"][];
        };
        ChallengeName: {
            id: number;
            title: string;
            url: string;
        };
        /** @description What an update changed, in the words of its editor. */
        ChangeNote: {
            note: string;
            /** Format: date-time */
            published_at: string;
            version: number;
        };
        /** @description A draft with what it answers. */
        ConnectedDraft: {
            /** @description What it answers, as far as the caller reads it. */
            challenges: components["schemas"]["ChallengeName"][];
            county: components["schemas"]["CountyName"] | null;
            /** Format: date-time */
            created_at: string;
            /** @description Null for a county's draft, and for who may not know of the group. */
            group: components["schemas"]["GroupName"] | null;
            id: number;
            /** @description Verb to true, or to the sentence why not. */
            may: {
                [key: string]: unknown;
            };
            /**
             * @description Who reads it beside those whose it is.
             * @enum {string}
             */
            reach: "owners" | "members";
            /** @enum {string} */
            state: "writing" | "consulting" | "deciding" | "decided" | "submitted" | "published" | "closed";
            title: string;
            /**
             * Format: date-time
             * @description When its text, its title or its state last changed.
             */
            updated_at: string;
            url: string;
        };
        /** @description All members are asked about a version of a draft until a day. What they said and what was answered stays. */
        ConsultationItem: {
            /** @description So many were made. */
            contributions: number;
            /** @description From so many counties. */
            counties: number;
            county: components["schemas"]["CountyName"] | null;
            /** @description Number of the draft; who is asked need not be able to read it. */
            draft: number;
            /** Format: date-time */
            ended_at: string | null;
            /**
             * Format: date-time
             * @description Until then members contribute.
             */
            ends_at: string;
            /** @description Null for a county's draft, and for who may not know of the group. */
            group: components["schemas"]["GroupName"] | null;
            id: number;
            introduction: string;
            /** @description Verb to true, or to the sentence why not. */
            may: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            opened_at: string;
            /** @description Null for who does not read the draft. */
            opened_by: components["schemas"]["PersonName"] | null;
            questions: components["schemas"]["ConsultationQuestion"][];
            /** @enum {string} */
            state: "open" | "ended";
            /** @description Of the draft, when members were asked. */
            title: string;
            /** @description So many the group has yet to answer; none while members are asked. */
            unanswered: number;
            url: string;
            version: components["schemas"]["AskedVersion"];
        };
        ConsultationList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["ConsultationItem"][];
        };
        ConsultationQuestion: {
            /** @description Counted from 1 in each consultation. */
            number: number;
            text: string;
        };
        /** @description What members are asked about, as it stood when they were asked. */
        ConsultationText: {
            body: components["schemas"]["DraftBody"];
            digest: string;
            /** @description ProseMirror's JSON. Passages of contributions are places in it. */
            document: {
                [key: string]: unknown;
            };
            number: number;
        };
        /** @description What a member said, and what the group answered. */
        ContributionItem: {
            /** @description Why. */
            answer: string;
            /** Format: date-time */
            answered_at: string | null;
            /** @description Null for who does not read the draft. */
            answered_by: components["schemas"]["PersonName"] | null;
            author: components["schemas"]["PersonName"];
            block: number | null;
            consultation: number;
            /** @description For which county the author spoke. */
            county: string | null;
            /** Format: date-time */
            created_at: string;
            id: number;
            /** @description Said for the county as a whole. */
            is_of_county: boolean;
            /** @description Verb to true, or to the sentence why not. */
            may: {
                [key: string]: unknown;
            };
            /**
             * @description Null while the group has not answered.
             * @enum {string|null}
             */
            outcome: "taken_up" | "partly" | "not_taken_up" | null;
            /** @description Number of the question; null for the text. */
            question: number | null;
            /** @description The passage of the version; empty for the whole. */
            quote: string;
            start: number | null;
            text: string;
            url: string;
        };
        ContributionList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["ContributionItem"][];
        };
        County: {
            /**
             * Format: double
             * @description Square kilometres.
             */
            area_km2: number | null;
            inhabitants: number | null;
            /** @description The official key (AGS). */
            key: string;
            /** @description For example Landkreis or Kreisfreie Stadt. Names repeat: show both. */
            kind: string;
            name: string;
            /** @description Null outside the official list. */
            state: string | null;
        };
        CountyList: {
            /** @description How many there are in all. */
            count: number;
            /** @description Where to read on, relative to this server. */
            next: string | null;
            previous: string | null;
            results: components["schemas"]["County"][];
        };
        CountyName: {
            /** @description The official key (AGS). */
            key: string;
            name: string;
        };
        /** @description A group is asked whether a version is its text. Adopted when enough answered and more agree than object. */
        DecisionItem: {
            /** Format: date-time */
            called_at: string;
            called_by: components["schemas"]["PersonName"];
            /** @description SHA-256 of title and text, as of the version. */
            digest: string;
            /** @description Why it was called off. */
            end_reason: string;
            /** Format: date-time */
            ended_at: string | null;
            /** Format: date-time */
            ends_at: string;
            id: number;
            /** @description Verb to true, or to the sentence why not. */
            may: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            outcome: "open" | "adopted" | "not_adopted" | "called_off";
            result: components["schemas"]["ResultItem"];
            url: string;
            /** @description Number of the version that is decided about. */
            version: number;
            voices: components["schemas"]["VoiceItem"][];
        };
        DecisionList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["DecisionItem"][];
        };
        /** @description A message that was tried at least once. It is kept for thirty days. */
        DeliveryDetail: {
            attempts: number;
            /** Format: date-time */
            created_at: string;
            id: number;
            /** Format: date-time */
            last_attempt_at: string | null;
            /** @enum {string|null} */
            last_failure: "address" | "connection" | "tls" | "timeout" | "status" | null;
            /** @description What the receiver answered; null if nothing. */
            last_status: number | null;
            /** Format: date-time */
            next_attempt_at: string | null;
            /** @description As it would be sent now; null for what the token no longer reads. */
            payload: components["schemas"]["Payload"] | null;
            /** @enum {string} */
            state: "pending" | "delivered" | "failed";
            /** @description The name of the event. */
            type: string;
            /** @description The header `webhook-id`, the same in every attempt. */
            webhook_id: string;
        };
        /** @description A message that was tried at least once. It is kept for thirty days. */
        DeliveryItem: {
            attempts: number;
            /** Format: date-time */
            created_at: string;
            id: number;
            /** Format: date-time */
            last_attempt_at: string | null;
            /** @enum {string|null} */
            last_failure: "address" | "connection" | "tls" | "timeout" | "status" | null;
            /** @description What the receiver answered; null if nothing. */
            last_status: number | null;
            /** Format: date-time */
            next_attempt_at: string | null;
            /** @enum {string} */
            state: "pending" | "delivered" | "failed";
            /** @description The name of the event. */
            type: string;
            /** @description The header `webhook-id`, the same in every attempt. */
            webhook_id: string;
        };
        DeliveryList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["DeliveryItem"][];
        };
        /** @description A discussion that the caller reads. */
        DiscussionItem: {
            /** @description The post that solved it. */
            answer: number | null;
            author: components["schemas"]["PersonName"];
            /** @enum {string} */
            class: "members" | "group" | "persons";
            /** Format: date-time */
            closed_at: string | null;
            /** Format: date-time */
            created_at: string;
            /** @description Slug of the working group. */
            group: string | null;
            id: number;
            /** Format: date-time */
            last_post_at: string;
            /** @description Verb → true, or the sentence why not. */
            may: {
                [key: string]: unknown;
            };
            /** @description Where the class is `persons`: who reads it beside the author. */
            persons: components["schemas"]["PersonName"][];
            /** @enum {string} */
            quotable: "yes" | "without_county" | "no";
            title: string;
            url: string;
        };
        DiscussionList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["DiscussionItem"][];
        };
        DraftAnswer: {
            author: components["schemas"]["PersonName"];
            /** @description For which county the author spoke. */
            county: string | null;
            /** Format: date-time */
            created_at: string;
            id: number;
            /** @description Verb to true, or to the sentence why not. */
            may: {
                [key: string]: unknown;
            };
            text: string;
        };
        DraftBody: {
            /** @description A fragment. Cleaned: nothing in it runs or loads from elsewhere. */
            html: string;
        };
        /** @description Something said about a passage or about a draft as a whole; one that was deleted has no words. */
        DraftCommentItem: {
            answers: components["schemas"]["DraftAnswer"][];
            answers_to: number | null;
            author: components["schemas"]["PersonName"];
            /** @description For which county the author spoke. */
            county: string | null;
            /** Format: date-time */
            created_at: string;
            deleted: boolean;
            id: number;
            /** @description Verb to true, or to the sentence why not. */
            may: {
                [key: string]: unknown;
            };
            /** @description The passage as it read then; empty for the whole. */
            quote: string;
            resolved: boolean;
            /** Format: date-time */
            resolved_at: string | null;
            resolved_by: components["schemas"]["PersonName"] | null;
            text: string;
            url: string;
        };
        DraftCommentList: {
            /** @description Without answers. */
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["DraftCommentItem"][];
        };
        /** @description A text that a working group, or the people of a county, write together. */
        DraftItem: {
            county: components["schemas"]["CountyName"] | null;
            /** Format: date-time */
            created_at: string;
            /** @description Null for a county's draft, and for who may not know of the group. */
            group: components["schemas"]["GroupName"] | null;
            id: number;
            /** @description Verb to true, or to the sentence why not. */
            may: {
                [key: string]: unknown;
            };
            /**
             * @description Who reads it beside those whose it is.
             * @enum {string}
             */
            reach: "owners" | "members";
            /** @enum {string} */
            state: "writing" | "consulting" | "deciding" | "decided" | "submitted" | "published" | "closed";
            title: string;
            /**
             * Format: date-time
             * @description When its text, its title or its state last changed.
             */
            updated_at: string;
            url: string;
        };
        DraftList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["DraftItem"][];
        };
        /** @description Other words for a passage. */
        DraftSuggestionItem: {
            author: components["schemas"]["PersonName"];
            /** @description For which county the author spoke. */
            county: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            decided_at: string | null;
            decided_by: components["schemas"]["PersonName"] | null;
            decision_reason: string;
            id: number;
            /** @description Verb to true, or to the sentence why not. */
            may: {
                [key: string]: unknown;
            };
            /** @description The passage as it read then. */
            quote: string;
            reason: string;
            /** @description Empty: the passage is to go. */
            replacement: string;
            /** @description The passage was changed since, so it cannot be accepted. Null once it is decided. */
            stale: boolean | null;
            /** @enum {string} */
            state: "open" | "accepted" | "declined" | "withdrawn";
            url: string;
        };
        DraftSuggestionList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["DraftSuggestionItem"][];
        };
        /** @description An entry with its text. `fields` may have left some of this out. */
        Entry: {
            author: string | null;
            body: components["schemas"]["Body"];
            /** @description Newest first; in the members' layer alone. */
            changes: components["schemas"]["ChangeNote"][];
            county: components["schemas"]["CountyName"] | null;
            /** @description The key in the source; null unless imported. */
            external_key: string | null;
            facts: components["schemas"]["Facts"];
            files: components["schemas"]["File"][];
            id: number;
            images: components["schemas"]["Picture"][];
            /** @enum {string} */
            kind: "concept" | "good_practice" | "offer" | "recommendation" | "strategy";
            /**
             * @description `members`: the full entry; `public`: what was released to everybody. In the public layer of a members' entry `tags`, `images` and `files` are empty and `author` is null.
             * @enum {string}
             */
            layer: "public" | "members";
            /** @description What the entry grew out of, the first step first. */
            provenance: components["schemas"]["ProvenanceStep"][];
            /** Format: date-time */
            published_at: string;
            /**
             * @description What members may quote; null in public layers.
             * @enum {string|null}
             */
            quotability: "yes" | "without_county" | "no" | null;
            slug: string;
            /** @description Plain text. */
            summary: string;
            tags: string[];
            title: string;
            topics: components["schemas"]["TopicName"][];
            /** Format: date-time */
            updated_at: string;
            /** @description Where people read it, relative to this server. */
            url: string;
            /** @description Of this layer: a public layer counts its releases. */
            version: number;
        };
        /** @description An entry as lists show it. `fields` may have left some of this out. */
        EntryItem: {
            author: string | null;
            county: components["schemas"]["CountyName"] | null;
            /** @description The key in the source; null unless imported. */
            external_key: string | null;
            id: number;
            /** @enum {string} */
            kind: "concept" | "good_practice" | "offer" | "recommendation" | "strategy";
            /**
             * @description `members`: the full entry; `public`: what was released to everybody. In the public layer of a members' entry `tags`, `images` and `files` are empty and `author` is null.
             * @enum {string}
             */
            layer: "public" | "members";
            /** Format: date-time */
            published_at: string;
            slug: string;
            /** @description Plain text. */
            summary: string;
            tags: string[];
            title: string;
            topics: components["schemas"]["TopicName"][];
            /** Format: date-time */
            updated_at: string;
            /** @description Where people read it, relative to this server. */
            url: string;
            /** @description Of this layer: a public layer counts its releases. */
            version: number;
        };
        EntryList: {
            /** @description How many there are in all. */
            count: number;
            /** @description Where to read on, relative to this server. */
            next: string | null;
            previous: string | null;
            results: components["schemas"]["EntryItem"][];
        };
        EntryState: {
            /** @description Members read a version of it. */
            live: boolean;
            /** @description Everybody reads its summary, or its whole text. */
            released: boolean;
            /** @enum {string|null} */
            review: "waiting" | "changes_asked" | null;
            /** Format: date-time */
            saved_at: string | null;
            /** @description The newest version is not what members read. */
            unpublished_changes: boolean;
        };
        EntryTransition: {
            /** @description Needed for `released`: the four questions that whoever releases answers. */
            checklist?: {
                [key: string]: components["schemas"]["Answered"];
            };
            /** @description For the author; needed where changes are asked for, read with an approval. */
            comment?: string;
            /** @enum {string} */
            to: "submitted" | "changes_asked" | "approved" | "published" | "unpublished" | "released" | "withdrawn";
        };
        EntryTransitions: {
            state: components["schemas"]["EntryState"];
            /** @description Where it can go to true, or to the sentence why the caller cannot move it there. */
            to: {
                [key: string]: unknown;
            };
        };
        EventCounty: {
            /** @description Official key (AGS). */
            key: string;
            name: string;
        };
        EventDate: {
            /** @description It does not take place, alone or with the whole event. */
            cancelled: boolean;
            /** Format: date-time */
            ends_at: string;
            /** @description Empty where people meet by video alone. */
            place: string;
            /** Format: date-time */
            starts_at: string;
        };
        /** @description An event that the caller may know of. It may be cancelled; it is never deleted. */
        EventDetail: {
            address: string;
            agenda: string;
            cancel_reason: string;
            /** Format: date-time */
            cancelled_at: string | null;
            /** @description Places; null: as many as want to come. */
            capacity: number | null;
            /**
             * @description Who may know of it.
             * @enum {string}
             */
            confidentiality: "public" | "members" | "group" | "persons";
            /** @description Where it takes place. */
            county: components["schemas"]["EventCounty"] | null;
            /** @description Of a series all its dates in their order, else the one. */
            dates: components["schemas"]["EventDate"][];
            /** Format: date-time */
            ends_at: string;
            /** @enum {string} */
            form: "in_person" | "virtual" | "hybrid";
            /** @description Slug of the working group, where the caller knows of it. */
            group: string | null;
            /** @description The event as a file for calendars. */
            ics_url: string;
            id: number;
            /** @enum {string} */
            kind: "network" | "virtual" | "group" | "public";
            /** @description As far as the caller reads them. */
            materials: components["schemas"]["EventMaterialItem"][];
            /** @description Verb → true, or the sentence why not. */
            may: {
                [key: string]: unknown;
            };
            /** @description Empty where people meet by video alone. A room is never told here. */
            place: string;
            /** @description Sessions that the caller may know of, in their order. */
            programme: components["schemas"]["EventSession"][];
            /** @description As far as the caller reads them. */
            results: components["schemas"]["EventResultItem"][];
            /** Format: date-time */
            starts_at: string;
            summary: string;
            title: string;
            topics: components["schemas"]["EventTopic"][];
            url: string;
        };
        /** @description An event that the caller may know of. It may be cancelled; it is never deleted. */
        EventItem: {
            address: string;
            cancel_reason: string;
            /** Format: date-time */
            cancelled_at: string | null;
            /** @description Places; null: as many as want to come. */
            capacity: number | null;
            /**
             * @description Who may know of it.
             * @enum {string}
             */
            confidentiality: "public" | "members" | "group" | "persons";
            /** @description Where it takes place. */
            county: components["schemas"]["EventCounty"] | null;
            /** Format: date-time */
            ends_at: string;
            /** @enum {string} */
            form: "in_person" | "virtual" | "hybrid";
            /** @description Slug of the working group, where the caller knows of it. */
            group: string | null;
            id: number;
            /** @enum {string} */
            kind: "network" | "virtual" | "group" | "public";
            /** @description Empty where people meet by video alone. A room is never told here. */
            place: string;
            /** Format: date-time */
            starts_at: string;
            summary: string;
            title: string;
            topics: components["schemas"]["EventTopic"][];
            url: string;
        };
        EventList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["EventItem"][];
        };
        /** @description Minutes, slides, a photo, a recording. */
        EventMaterialItem: {
            /** @description What a picture shows. */
            alt: string;
            became: components["schemas"]["Grown"][];
            /**
             * @description Who reads it.
             * @enum {string}
             */
            confidentiality: "public" | "members" | "group" | "participants";
            file_name: string;
            /** @description Empty without a file. */
            file_url: string;
            /** @description The words of minutes, cleaned; empty without any. */
            html: string;
            id: number;
            /** @enum {string} */
            kind: "minutes" | "slides" | "photo" | "recording" | "other";
            link: string;
            title: string;
        };
        /** @description What came of the event. */
        EventResultItem: {
            became: components["schemas"]["Grown"][];
            /**
             * @description Who reads it.
             * @enum {string}
             */
            confidentiality: "public" | "members" | "group" | "participants";
            id: number;
            text: string;
        };
        /** @description A part of the programme. It may be cancelled; once published it is never deleted. */
        EventSession: {
            /** Format: date-time */
            cancelled_at: string | null;
            description: string;
            /** Format: date-time */
            ends_at: string;
            id: number;
            /**
             * Format: date-time
             * @description Null: organisers alone know of it.
             */
            published_at: string | null;
            room: string;
            /** @description Names of who speaks. */
            speakers: string[];
            /** Format: date-time */
            starts_at: string;
            title: string;
            track: string;
        };
        EventTopic: {
            slug: string;
            title: string;
        };
        FacetCount: {
            count: number;
            label: string;
            value: string;
        };
        /** @description Short answers beside a whole text; empty where nothing is said, and in summaries. */
        Facts: {
            costs: string;
            legal_basis: string;
            running_since: string;
            workload: string;
        };
        /** @description A file to download. */
        File: {
            content_type: string;
            id: number;
            /** @description Bytes. */
            size: number | null;
            title: string;
            /** @description Relative to this server. It opens with the same session or token as this answer. */
            url: string;
        };
        /** @description A content of a file; under `content_url` it is fetched by whoever reads it. */
        FileVersion: {
            content_type: string;
            content_url: string;
            id: number;
            name: string;
            /** @description Bytes. */
            size: number;
            /** Format: date-time */
            uploaded_at: string;
            uploaded_by: components["schemas"]["PersonName"];
        };
        Followed: {
            id: number;
            /** @enum {string} */
            kind: "topic" | "entry" | "group" | "person";
            title: string;
            /** @description Its page, relative to this server. */
            url: string;
        };
        FollowedList: {
            count: number;
            results: components["schemas"]["Followed"][];
        };
        /** @description A working group that the caller knows of. */
        Group: {
            /** @description Names. */
            coordinators: string[];
            counties_count: number;
            expected_result: string;
            /** @enum {string} */
            join: "open" | "request" | "invitation";
            mandate: string;
            /** @description Verb to true, or to the sentence why not. */
            may: {
                [key: string]: unknown;
            };
            /** @description Null where the group shows it to nobody else. */
            members_count: number | null;
            question: string;
            slug: string;
            /** @enum {string} */
            state: "proposed" | "active" | "paused" | "closed";
            title: string;
            /** @description Slugs. */
            topics: string[];
            url: string;
            /** @enum {string} */
            visibility: "members" | "hidden";
        };
        /** @description A file of a working group; one that was removed has no words and no versions. */
        GroupFileItem: {
            /** Format: date-time */
            created_at: string;
            id: number;
            /** @description Verb to true, or to the sentence why not. */
            may: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description When its newest version came.
             */
            newest_at: string;
            note: string;
            removed: boolean;
            title: string;
            uploaded_by: components["schemas"]["PersonName"];
            url: string;
            /** @description Those that the caller reads, the newest first. */
            versions: components["schemas"]["FileVersion"][];
        };
        GroupFileList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["GroupFileItem"][];
        };
        GroupList: {
            /** @description How many there are in all. */
            count: number;
            /** @description Where to read on, relative to this server. */
            next: string | null;
            previous: string | null;
            results: components["schemas"]["Group"][];
        };
        GroupName: {
            slug: string;
            title: string;
        };
        /** @description A group that is proposed. */
        GroupProposal: {
            expected_result: string;
            /** @enum {string} */
            join?: "open" | "request" | "invitation";
            least_counties?: number;
            /** Format: date */
            planned_until?: string | null;
            question: string;
            title: string;
            /** @description Slugs. */
            topics?: string[];
            /** @enum {string} */
            visibility?: "members" | "hidden";
            wanted?: string;
        };
        /** @description What something became, as far as the caller sees it. */
        Grown: {
            /** @description Such as `challenge`, `group`, `draft`, `entry`. */
            kind: string;
            title: string;
            url: string;
        };
        /** @description Who calls. */
        Me: {
            /** Format: email */
            email: string;
            id: number;
            /** @description The kinds of entry that the caller may write. */
            may_create: ("concept" | "good_practice" | "offer" | "recommendation" | "strategy")[];
            name: string;
            /** @description What opens doors to the caller, in words. */
            principals: string[];
        };
        Merging: {
            /** @description The draft whose text comes into this one. It is closed. */
            source: number;
        };
        NewAnswer: {
            /** @enum {string} */
            answer: "agree" | "abstain" | "object";
            /** @description Needed for an objection. */
            reason?: string;
        };
        NewChallenge: {
            /**
             * @description `no` unless said otherwise.
             * @enum {string}
             */
            quotable?: "yes" | "without_county" | "no";
            text: string;
            title: string;
            /** @description Slugs. */
            topics?: string[];
            urgent?: boolean;
        };
        NewConsultation: {
            /** @description In which members contribute; 21 if left out. */
            days?: number;
            introduction?: string;
            /** @description In their order. */
            questions?: string[];
        };
        /** @description To a question, to a passage of the version, or to the whole. */
        NewContribution: {
            /** @description Number of the paragraph or heading, counted from 0 in reading order. */
            block?: number | null;
            end?: number | null;
            /** @description For the caller's county as a whole: once to each question and once to the text. */
            is_of_county?: boolean;
            /** @description Its number in the consultation. */
            question?: number | null;
            /** @description The words, exactly as they stand in the text. */
            quote?: string;
            /** @description ProseMirror's offset in it, in UTF-16 units. */
            start?: number | null;
            text: string;
        };
        NewDecision: {
            /** @description To answer; 7 if left out. */
            days?: number;
        };
        NewDiscussion: {
            /**
             * @description `group` unless said otherwise.
             * @enum {string}
             */
            class?: "members" | "group" | "persons";
            /** @description Needed where the class is `persons`. */
            persons?: number[];
            /** @enum {string} */
            quotable?: "yes" | "without_county" | "no";
            text: string;
            title: string;
        };
        /** @description A draft of a group or of a county. */
        NewDraft: {
            /** @description Official key of the county, five digits. */
            county?: string;
            /** @description Slug of the working group. */
            group?: string;
            title: string;
        };
        /** @description About a passage, or without one about the whole. */
        NewDraftComment: {
            /** @description Number of the comment that is answered; then there is no passage. */
            answers_to?: number | null;
            /** @description Number of the paragraph or heading, counted from 0 in reading order. */
            block?: number | null;
            end?: number | null;
            /** @description The words, exactly as they stand in the text. */
            quote?: string;
            /** @description ProseMirror's offset in it, in UTF-16 units. */
            start?: number | null;
            text: string;
        };
        /** @description Other words for a passage. */
        NewDraftSuggestion: {
            /** @description Number of the paragraph or heading, counted from 0 in reading order. */
            block?: number | null;
            end?: number | null;
            /** @description The words, exactly as they stand in the text. */
            quote: string;
            reason?: string;
            /** @description Empty: the passage is to go. */
            replacement: string;
            /** @description ProseMirror's offset in it, in UTF-16 units. */
            start?: number | null;
        };
        NewDraftVersion: {
            name: string;
        };
        /** @description What is sent is changed, what is left out stays. */
        NewEntry: {
            /** @description As readers see it. */
            author?: string;
            /** @description Text beyond the sections. Parts as `body.blocks` of an entry has them: `type` and `value`. Rich text is an object with `html`, a picture or file its `id`; links to pages and files of the forum name them by `linktype` and `id`. */
            body?: components["schemas"]["WrittenBlock"][];
            /** @description Instead of `sections` and `body`: HTML that becomes parts. A chapter whose heading names a section goes there. What no text here holds is named in `left_out`; pictures and files are uploaded apart. */
            body_html?: string;
            /**
             * @description Who may read the full text once it is published.
             * @enum {string}
             */
            confidentiality?: "members" | "public";
            /** @description For members: whom to ask. */
            contact?: string;
            costs?: string;
            /** @description The official key (AGS), five digits. */
            county?: string | null;
            /** @enum {string} */
            kind: "concept" | "good_practice" | "offer" | "recommendation" | "strategy";
            legal_basis?: string;
            /** @enum {string} */
            quotability?: "yes" | "without_county" | "no";
            /** Format: date */
            review_by?: string | null;
            running_since?: string;
            /** @description The sections of this kind by name, such as `approach` of a good practice. */
            sections?: {
                [key: string]: components["schemas"]["WrittenBlock"][];
            };
            /** @description One per line. */
            sources?: string;
            /** @description Plain text; once released, all can read it. */
            summary?: string;
            tags?: string[];
            title: string;
            /** @description Slugs of topics. */
            topics?: string[];
            /** @description What has changed, a sentence for members. */
            update_note?: string;
            workload?: string;
        };
        NewFile: {
            /** Format: uri */
            file: string;
            note?: string;
            /** @description Without one it is called as the file is named. */
            title?: string;
        };
        NewFollow: {
            /** Format: int64 */
            id: number;
            /** @enum {string} */
            kind: "topic" | "entry" | "group" | "person";
        };
        NewPicture: {
            /** @description Where the picture comes from. */
            credit?: string;
            /** Format: uri */
            file: string;
            /** @description The name of the file where it is left out. */
            title?: string;
        };
        NewPost: {
            text: string;
        };
        NewPreview: {
            /**
             * @description For members (default) or everybody.
             * @enum {string}
             */
            layer?: "public" | "members";
        };
        NewTask: {
            /** Format: date */
            due?: string | null;
            /** @description Number of a member of the group. */
            owner?: number | null;
            title: string;
        };
        NewUpload: {
            /** Format: uri */
            file: string;
            /** @description The name of the file where it is left out. */
            title?: string;
        };
        NewVersion: {
            /** Format: uri */
            file: string;
        };
        NewWebhook: {
            description?: string;
            /** @description Names as in `webhooks/events/`. */
            events: string[];
            /** @description https://, the name of a machine that everybody can reach, and a path. */
            url: string;
        };
        Notification: {
            /** Format: date-time */
            created_at: string;
            id: number;
            /** @description The name of its kind. */
            kind: string;
            /** Format: date-time */
            read_at: string | null;
            /** @description A sentence in the caller's language. It may be confidential. */
            text: string;
            /** @description What it is about, relative to this server. */
            url: string;
        };
        NotificationList: {
            /** @description How many there are in all. */
            count: number;
            /** @description Where to read on, relative to this server. */
            next: string | null;
            previous: string | null;
            results: components["schemas"]["Notification"][];
        };
        /** @description By its author other words, or by the group what became of it and why, never both. Each can be sent anew. */
        PatchedChangedContribution: {
            answer?: string;
            is_of_county?: boolean;
            /** @enum {string} */
            outcome?: "taken_up" | "partly" | "not_taken_up";
            text?: string;
        };
        PatchedChangedDiscussion: {
            title?: string;
            /** @description Slugs; they replace all. */
            topics?: string[];
        };
        PatchedChangedDraft: {
            /** @description Numbers of the challenges that it answers. */
            challenges?: number[];
            title?: string;
        };
        /** @description What is sent is changed, what is left out stays. */
        PatchedChangedEntry: {
            /** @description As readers see it. */
            author?: string;
            /** @description Text beyond the sections. Parts as `body.blocks` of an entry has them: `type` and `value`. Rich text is an object with `html`, a picture or file its `id`; links to pages and files of the forum name them by `linktype` and `id`. */
            body?: components["schemas"]["WrittenBlock"][];
            /** @description Instead of `sections` and `body`: HTML that becomes parts. A chapter whose heading names a section goes there. What no text here holds is named in `left_out`; pictures and files are uploaded apart. */
            body_html?: string;
            /**
             * @description Who may read the full text once it is published.
             * @enum {string}
             */
            confidentiality?: "members" | "public";
            /** @description For members: whom to ask. */
            contact?: string;
            costs?: string;
            /** @description The official key (AGS), five digits. */
            county?: string | null;
            legal_basis?: string;
            /** @enum {string} */
            quotability?: "yes" | "without_county" | "no";
            /** Format: date */
            review_by?: string | null;
            running_since?: string;
            /** @description The sections of this kind by name, such as `approach` of a good practice. */
            sections?: {
                [key: string]: components["schemas"]["WrittenBlock"][];
            };
            /** @description One per line. */
            sources?: string;
            /** @description Plain text; once released, all can read it. */
            summary?: string;
            tags?: string[];
            title?: string;
            /** @description Slugs of topics. */
            topics?: string[];
            /** @description What has changed, a sentence for members. */
            update_note?: string;
            workload?: string;
        };
        /** @description What is left out stays as it is. */
        PatchedChangedTask: {
            done?: boolean;
            /** Format: date */
            due?: string | null;
            owner?: number | null;
            title?: string;
        };
        PatchedDecidedDraftSuggestion: {
            /** @description Needed to decline; not kept where it is taken back. */
            reason?: string;
            /** @enum {string} */
            state?: "accepted" | "declined" | "withdrawn";
        };
        PatchedFileWords: {
            note?: string;
            title?: string;
        };
        PatchedSettledDraftComment: {
            resolved?: boolean;
        };
        PatchedWebhookChange: {
            /** @description Switches it on or off. */
            active?: boolean;
            description?: string;
            events?: string[];
            url?: string;
        };
        /** @description What is sent. About what not everybody may read, `data` has `id` and `class` alone: ask the API for the rest. */
        Payload: {
            /** @description At least `id` and `class`: who may know of it. */
            data: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            type: string;
        };
        PersonName: {
            id: number;
            name: string;
        };
        /** @description A picture in all its sizes. */
        Picture: {
            /** @description What the picture shows. */
            alt: string;
            id: number;
            sizes: components["schemas"]["PictureSize"][];
        };
        PictureSize: {
            /** @description Pixels. */
            height: number;
            /** @description Relative to this server. It opens with the same session or token as this answer. */
            url: string;
            /** @description Pixels. */
            width: number;
        };
        /** @description A post; one that was deleted has no words. */
        PostItem: {
            attachments: components["schemas"]["AttachmentItem"][];
            author: components["schemas"]["PersonName"];
            /** @description For which county the author spoke. */
            county: string | null;
            /** Format: date-time */
            created_at: string;
            deleted: boolean;
            /** Format: date-time */
            edited_at: string | null;
            /** @description Cleaned: nothing in it runs or loads from elsewhere. */
            html: string;
            id: number;
            /** @description Verb → true, or the sentence why not. */
            may: {
                [key: string]: unknown;
            };
            /** @description The post that this one is about, if it can be read. */
            quoted: number | null;
            /** @description Plain text. */
            text: string;
            url: string;
        };
        PostList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["PostItem"][];
        };
        Preview: {
            /** Format: date-time */
            ends_at: string;
            /** @enum {string} */
            layer: "public" | "members";
            /** @description Is told only here. */
            token: string;
            /** @description Where the version is read, relative to this server. */
            url: string;
        };
        /** @description What went wrong (RFC 9457). */
        Problem: {
            /** @description A sentence for people. */
            detail: string;
            /** @description Of each parameter or field that makes no sense, why. */
            errors?: {
                [key: string]: string[];
            };
            status: number;
            title: string;
            type: string;
        };
        /** @description A step of what an entry grew out of. Whoever may not read it is told `kind`, `label` and `date` alone. */
        ProvenanceStep: {
            /** Format: date */
            date: string;
            /** @description Such as `challenge`, `group`, `county`, `merged`, `split`, `versions`, `consultation`, `decision`, `published`, `revised`, `group_closed`; plugins bring others. */
            kind: string;
            /** @description In the language of the caller; names nobody. */
            label: string;
            /** @description Plain text. */
            text: string | null;
            title: string | null;
            /** @description Where people read it, relative to this server. */
            url: string | null;
        };
        /** @description An adopted version that was handed to the editors, and what became of it. */
        PublicationItem: {
            /** @description Number of the decision that adopted it. */
            decision: number;
            /** @description Why it was sent back. */
            end_reason: string;
            /**
             * Format: date-time
             * @description When it was published or sent back.
             */
            ended_at: string | null;
            /** @description The recommendation, where the caller reads it. */
            entry: number | null;
            id: number;
            /** @description Verb to true, or to the sentence why not. */
            may: {
                [key: string]: unknown;
            };
            /** @description What has to happen before it is published. */
            missing: string[];
            signatures: components["schemas"]["SignatureItem"][];
            /** @enum {string} */
            state: "checking" | "sent_back" | "published";
            /** Format: date-time */
            submitted_at: string;
            submitted_by: components["schemas"]["PersonName"];
            url: string;
            /** @description Number of the version that was handed in. */
            version: number;
        };
        PublicationList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["PublicationItem"][];
        };
        /** @description Deliveries carry a signature by the old secret too until it ends. */
        RenewedSecret: {
            /** Format: date-time */
            old_secret_until: string;
            /** @description Signs every delivery (standardwebhooks.com). It stands in this answer alone: keep it. */
            secret: string;
        };
        ResultItem: {
            abstain: number;
            agree: number;
            asked: number;
            object: number;
            /** @description So many have to answer. */
            quorum: number;
        };
        SearchAnswer: {
            count: number;
            /** @description The repaired question, which is what was asked. */
            did_you_mean: string | null;
            facets: {
                [key: string]: components["schemas"]["FacetCount"][];
            };
            /** @description Address of the next page. */
            next: string | null;
            results: components["schemas"]["SearchHit"][];
        };
        SearchHit: {
            id: number;
            kind: string | null;
            layer: string | null;
            /** Format: date-time */
            published_at: string | null;
            /**
             * Format: double
             * @description Relative to the best hit, 0 to 1.
             */
            score: number;
            /** @description HTML: <mark> around what matched, all else escaped. */
            snippet: string;
            title: string;
            /** @enum {string} */
            type: "challenge" | "consultation" | "discussion" | "draft" | "entry" | "event" | "file" | "group" | "person" | "topic";
            /** Format: date-time */
            updated_at: string | null;
            url: string;
        };
        /** @description A heading, with everything up to the next one of the same rank. */
        SectionItem: {
            heading: string;
            /** @description Another one when another heading stands there. */
            key: string;
            level: number;
        };
        Sections: {
            sections: components["schemas"]["SectionItem"][];
        };
        /** @description Somebody signed that a text is neutral and gives away nothing confidential. */
        SignatureItem: {
            /** @description Whether that person signed for the programme office. */
            for_office: boolean;
            person: components["schemas"]["PersonName"];
            /** Format: date-time */
            signed_at: string;
            /** @description False once the text was changed after it. */
            valid: boolean;
        };
        Splitting: {
            /** @description The `key` of a section. */
            section: string;
            /** @description Of the new draft. */
            title: string;
        };
        Suggestion: {
            text: string;
            /** @description A type of thing, or “word” for a word of the texts. */
            type: string;
            url: string;
        };
        /** @description Something to do in a working group. */
        TaskItem: {
            /** Format: date-time */
            created_at: string;
            done: boolean;
            /** Format: date-time */
            done_at: string | null;
            /** Format: date */
            due: string | null;
            id: number;
            /** @description Verb to true, or to the sentence why not. */
            may: {
                [key: string]: unknown;
            };
            owner: components["schemas"]["PersonName"] | null;
            title: string;
            url: string;
        };
        TaskList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["TaskItem"][];
        };
        /** @description Opens `/ws/drafts/<id>?ticket=…` once. With a token that may not write it only reads there. */
        Ticket: {
            /** @description Seconds. */
            expires_in: number;
            ticket: string;
        };
        Topic: {
            /** @description Entries of this topic that the caller may read. */
            count: number;
            description: string;
            slug: string;
            title: string;
            url: string;
        };
        TopicList: {
            /** @description How many there are in all. */
            count: number;
            /** @description Where to read on, relative to this server. */
            next: string | null;
            previous: string | null;
            results: components["schemas"]["Topic"][];
        };
        TopicName: {
            slug: string;
            title: string;
        };
        Transition: {
            /** @description Needed where a decision is called off. */
            reason?: string;
            /** @enum {string} */
            to: "writing" | "consulting" | "deciding" | "decided" | "submitted" | "published" | "closed";
        };
        /** @description Where a draft stands, and where it could go from there. */
        Transitions: {
            /** @enum {string} */
            state: "writing" | "consulting" | "deciding" | "decided" | "submitted" | "published" | "closed";
            /** @description State to true, or to the sentence why the caller may not move it there. */
            to: {
                [key: string]: unknown;
            };
        };
        /** @description A text offers it by a part `download`, or by a link. */
        UploadedFile: {
            content_type: string;
            id: number;
            /** @description Bytes. */
            size: number | null;
            title: string;
            /** @description Relative to this server. It opens with the same session or token as this answer. */
            url: string;
        };
        /** @description A text shows it by a part `picture` with `image` and, in `alt`, what it shows. */
        UploadedPicture: {
            credit: string;
            id: number;
            sizes: components["schemas"]["PictureSize"][];
            title: string;
        };
        /** @description A version that somebody kept under a name. */
        VersionItem: {
            /** @description SHA-256 of title and text: the same words have the same. */
            digest: string;
            name: string;
            /** @description Counted from 1 in each draft. */
            number: number;
            /** Format: date-time */
            saved_at: string;
            saved_by: components["schemas"]["PersonName"];
            url: string;
        };
        VersionList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["VersionItem"][];
        };
        /** @description Somebody who is asked, and the answer. */
        VoiceItem: {
            /**
             * @description Null while there is none.
             * @enum {string|null}
             */
            answer: "agree" | "abstain" | "object" | null;
            /** Format: date-time */
            answered_at: string | null;
            county: string | null;
            person: components["schemas"]["PersonName"];
            reason: string;
        };
        /** @description Something that a webhook can be told. */
        WebhookEventItem: {
            /** @description What stands in `events` of a webhook and in `type` of a delivery. */
            name: string;
            /** @description Which plugin brings it. */
            plugin: string;
            /** @description The scope that a token needs for it beside `webhooks`. */
            scope: string | null;
            title: string;
        };
        WebhookEventList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["WebhookEventItem"][];
        };
        /** @description An address that is told about some events, within what the token reads at the moment of each delivery. */
        WebhookItem: {
            active: boolean;
            /** Format: date-time */
            created_at: string;
            description: string;
            events: string[];
            /**
             * Format: date-time
             * @description The first failure since the last success.
             */
            failing_since: string | null;
            id: number;
            /** Format: date-time */
            switched_off_at: string | null;
            /**
             * @description `failing`: for three days nothing could be delivered; `gone`: the receiver answered 410; `owner`: you switched it off.
             * @enum {string|null}
             */
            switched_off_because: "failing" | "gone" | "owner" | null;
            url: string;
        };
        WebhookList: {
            count: number;
            next: string | null;
            previous: string | null;
            results: components["schemas"]["WebhookItem"][];
        };
        /** @description An address that is told about some events, within what the token reads at the moment of each delivery. */
        WebhookWithSecret: {
            active: boolean;
            /** Format: date-time */
            created_at: string;
            description: string;
            events: string[];
            /**
             * Format: date-time
             * @description The first failure since the last success.
             */
            failing_since: string | null;
            id: number;
            /** @description Signs every delivery (standardwebhooks.com). It stands in this answer alone: keep it. */
            secret: string;
            /** Format: date-time */
            switched_off_at: string | null;
            /**
             * @description `failing`: for three days nothing could be delivered; `gone`: the receiver answered 410; `owner`: you switched it off.
             * @enum {string|null}
             */
            switched_off_because: "failing" | "gone" | "owner" | null;
            url: string;
        };
        /** @description A draft with its text as it is at this moment. */
        WholeDraft: {
            body: components["schemas"]["DraftBody"];
            /** @description What it answers, as far as the caller reads it. */
            challenges: components["schemas"]["ChallengeName"][];
            county: components["schemas"]["CountyName"] | null;
            /** Format: date-time */
            created_at: string;
            /** @description ProseMirror's JSON, without the places of comments and suggestions. */
            document: {
                [key: string]: unknown;
            };
            /** @description Null for a county's draft, and for who may not know of the group. */
            group: components["schemas"]["GroupName"] | null;
            id: number;
            /** @description Verb to true, or to the sentence why not. */
            may: {
                [key: string]: unknown;
            };
            /**
             * @description Who reads it beside those whose it is.
             * @enum {string}
             */
            reach: "owners" | "members";
            /** @enum {string} */
            state: "writing" | "consulting" | "deciding" | "decided" | "submitted" | "published" | "closed";
            title: string;
            /**
             * Format: date-time
             * @description When its text, its title or its state last changed.
             */
            updated_at: string;
            url: string;
        };
        /** @description A version with its text, which never changes. */
        WholeVersion: {
            /** @description For each paragraph and heading, in order, who wrote which piece. */
            authors: components["schemas"]["WrittenPiece"][][];
            /** @description SHA-256 of title and text: the same words have the same. */
            digest: string;
            /** @description ProseMirror's JSON. */
            document: {
                [key: string]: unknown;
            };
            name: string;
            /** @description Counted from 1 in each draft. */
            number: number;
            /** Format: date-time */
            saved_at: string;
            saved_by: components["schemas"]["PersonName"];
            url: string;
        };
        WrittenBlock: {
            /** @description Keeps comments in their place; given where a part was read. */
            id?: string;
            type: string;
            value: unknown;
        };
        /** @description The newest version of an entry, published or not. Its `ETag` is what `If-Match` takes. */
        WrittenEntry: {
            /** @description As readers see it. */
            author?: string;
            /** @description Text beyond the sections. Parts as `body.blocks` of an entry has them: `type` and `value`. Rich text is an object with `html`, a picture or file its `id`; links to pages and files of the forum name them by `linktype` and `id`. */
            body?: components["schemas"]["WrittenBlock"][];
            /**
             * @description Who may read the full text once it is published.
             * @enum {string}
             */
            confidentiality?: "members" | "public";
            /** @description For members: whom to ask. */
            contact?: string;
            costs?: string;
            /** @description The official key (AGS), five digits. */
            county?: string | null;
            id: number;
            /** @enum {string} */
            kind: "concept" | "good_practice" | "offer" | "recommendation" | "strategy";
            /** @description After writing: elements of `body_html` that no text here holds. */
            left_out?: string[];
            legal_basis?: string;
            /** @enum {string} */
            quotability?: "yes" | "without_county" | "no";
            /** Format: date */
            review_by?: string | null;
            running_since?: string;
            /** @description The sections of this kind by name, such as `approach` of a good practice. */
            sections?: {
                [key: string]: components["schemas"]["WrittenBlock"][];
            };
            slug: string;
            /** @description One per line. */
            sources?: string;
            state: components["schemas"]["EntryState"];
            /** @description Plain text; once released, all can read it. */
            summary?: string;
            tags?: string[];
            title: string;
            /** @description Slugs of topics. */
            topics?: string[];
            /** @description What has changed, a sentence for members. */
            update_note?: string;
            /** @description Where people read it once it is published. */
            url: string;
            workload?: string;
        };
        WrittenPiece: {
            /** @description Null where nobody is known. */
            author: components["schemas"]["PersonName"] | null;
            /** @description In UTF-16 units, as JavaScript and ProseMirror count. */
            length: number;
        };
    };
    responses: {
        /** @description A parameter makes no sense; `errors` says which and why. */
        NoSense: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description This does not exist, or the caller may not see it: the same answer for both. */
        NotHere: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The token is unknown or revoked, or this address needs one. */
        NotSignedIn: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The caller may not do this, or the token lacks the scope; `detail` says why. */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests; `Retry-After` says in how many seconds to come back. */
        TooOften: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The caller has this answer already: `If-None-Match` named its `ETag`. */
        Unchanged: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The `Idempotency-Key` was sent with another request before. */
        UsedKey: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
        IdempotencyKey: string;
        /** @description The `ETag` of an answer that the caller has. */
        IfNoneMatch: string;
    };
    requestBodies: never;
    headers: {
        /** @description The tag of this answer. */
        ETag: string;
    };
    pathItems: never;
}
export type AdoptedEntry = components['schemas']['AdoptedEntry'];
export type AdoptingCounty = components['schemas']['AdoptingCounty'];
export type AdoptionContact = components['schemas']['AdoptionContact'];
export type AdoptionDetail = components['schemas']['AdoptionDetail'];
export type AdoptionItem = components['schemas']['AdoptionItem'];
export type AdoptionList = components['schemas']['AdoptionList'];
export type Answered = components['schemas']['Answered'];
export type AskedVersion = components['schemas']['AskedVersion'];
export type AttachmentItem = components['schemas']['AttachmentItem'];
export type Block = components['schemas']['Block'];
export type Body = components['schemas']['Body'];
export type ChallengeItem = components['schemas']['ChallengeItem'];
export type ChallengeList = components['schemas']['ChallengeList'];
export type ChallengeName = components['schemas']['ChallengeName'];
export type ChangeNote = components['schemas']['ChangeNote'];
export type ConnectedDraft = components['schemas']['ConnectedDraft'];
export type ConsultationItem = components['schemas']['ConsultationItem'];
export type ConsultationList = components['schemas']['ConsultationList'];
export type ConsultationQuestion = components['schemas']['ConsultationQuestion'];
export type ConsultationText = components['schemas']['ConsultationText'];
export type ContributionItem = components['schemas']['ContributionItem'];
export type ContributionList = components['schemas']['ContributionList'];
export type County = components['schemas']['County'];
export type CountyList = components['schemas']['CountyList'];
export type CountyName = components['schemas']['CountyName'];
export type DecisionItem = components['schemas']['DecisionItem'];
export type DecisionList = components['schemas']['DecisionList'];
export type DeliveryDetail = components['schemas']['DeliveryDetail'];
export type DeliveryItem = components['schemas']['DeliveryItem'];
export type DeliveryList = components['schemas']['DeliveryList'];
export type DiscussionItem = components['schemas']['DiscussionItem'];
export type DiscussionList = components['schemas']['DiscussionList'];
export type DraftAnswer = components['schemas']['DraftAnswer'];
export type DraftBody = components['schemas']['DraftBody'];
export type DraftCommentItem = components['schemas']['DraftCommentItem'];
export type DraftCommentList = components['schemas']['DraftCommentList'];
export type DraftItem = components['schemas']['DraftItem'];
export type DraftList = components['schemas']['DraftList'];
export type DraftSuggestionItem = components['schemas']['DraftSuggestionItem'];
export type DraftSuggestionList = components['schemas']['DraftSuggestionList'];
export type Entry = components['schemas']['Entry'];
export type EntryItem = components['schemas']['EntryItem'];
export type EntryList = components['schemas']['EntryList'];
export type EntryState = components['schemas']['EntryState'];
export type EntryTransition = components['schemas']['EntryTransition'];
export type EntryTransitions = components['schemas']['EntryTransitions'];
export type EventCounty = components['schemas']['EventCounty'];
export type EventDate = components['schemas']['EventDate'];
export type EventDetail = components['schemas']['EventDetail'];
export type EventItem = components['schemas']['EventItem'];
export type EventList = components['schemas']['EventList'];
export type EventMaterialItem = components['schemas']['EventMaterialItem'];
export type EventResultItem = components['schemas']['EventResultItem'];
export type EventSession = components['schemas']['EventSession'];
export type EventTopic = components['schemas']['EventTopic'];
export type FacetCount = components['schemas']['FacetCount'];
export type Facts = components['schemas']['Facts'];
export type File = components['schemas']['File'];
export type FileVersion = components['schemas']['FileVersion'];
export type Followed = components['schemas']['Followed'];
export type FollowedList = components['schemas']['FollowedList'];
export type Group = components['schemas']['Group'];
export type GroupFileItem = components['schemas']['GroupFileItem'];
export type GroupFileList = components['schemas']['GroupFileList'];
export type GroupList = components['schemas']['GroupList'];
export type GroupName = components['schemas']['GroupName'];
export type GroupProposal = components['schemas']['GroupProposal'];
export type Grown = components['schemas']['Grown'];
export type Me = components['schemas']['Me'];
export type Merging = components['schemas']['Merging'];
export type NewAnswer = components['schemas']['NewAnswer'];
export type NewChallenge = components['schemas']['NewChallenge'];
export type NewConsultation = components['schemas']['NewConsultation'];
export type NewContribution = components['schemas']['NewContribution'];
export type NewDecision = components['schemas']['NewDecision'];
export type NewDiscussion = components['schemas']['NewDiscussion'];
export type NewDraft = components['schemas']['NewDraft'];
export type NewDraftComment = components['schemas']['NewDraftComment'];
export type NewDraftSuggestion = components['schemas']['NewDraftSuggestion'];
export type NewDraftVersion = components['schemas']['NewDraftVersion'];
export type NewEntry = components['schemas']['NewEntry'];
export type NewFile = components['schemas']['NewFile'];
export type NewFollow = components['schemas']['NewFollow'];
export type NewPicture = components['schemas']['NewPicture'];
export type NewPost = components['schemas']['NewPost'];
export type NewPreview = components['schemas']['NewPreview'];
export type NewTask = components['schemas']['NewTask'];
export type NewUpload = components['schemas']['NewUpload'];
export type NewVersion = components['schemas']['NewVersion'];
export type NewWebhook = components['schemas']['NewWebhook'];
export type Notification = components['schemas']['Notification'];
export type NotificationList = components['schemas']['NotificationList'];
export type PatchedChangedContribution = components['schemas']['PatchedChangedContribution'];
export type PatchedChangedDiscussion = components['schemas']['PatchedChangedDiscussion'];
export type PatchedChangedDraft = components['schemas']['PatchedChangedDraft'];
export type PatchedChangedEntry = components['schemas']['PatchedChangedEntry'];
export type PatchedChangedTask = components['schemas']['PatchedChangedTask'];
export type PatchedDecidedDraftSuggestion = components['schemas']['PatchedDecidedDraftSuggestion'];
export type PatchedFileWords = components['schemas']['PatchedFileWords'];
export type PatchedSettledDraftComment = components['schemas']['PatchedSettledDraftComment'];
export type PatchedWebhookChange = components['schemas']['PatchedWebhookChange'];
export type Payload = components['schemas']['Payload'];
export type PersonName = components['schemas']['PersonName'];
export type Picture = components['schemas']['Picture'];
export type PictureSize = components['schemas']['PictureSize'];
export type PostItem = components['schemas']['PostItem'];
export type PostList = components['schemas']['PostList'];
export type Preview = components['schemas']['Preview'];
export type Problem = components['schemas']['Problem'];
export type ProvenanceStep = components['schemas']['ProvenanceStep'];
export type PublicationItem = components['schemas']['PublicationItem'];
export type PublicationList = components['schemas']['PublicationList'];
export type RenewedSecret = components['schemas']['RenewedSecret'];
export type ResultItem = components['schemas']['ResultItem'];
export type SearchAnswer = components['schemas']['SearchAnswer'];
export type SearchHit = components['schemas']['SearchHit'];
export type SectionItem = components['schemas']['SectionItem'];
export type Sections = components['schemas']['Sections'];
export type SignatureItem = components['schemas']['SignatureItem'];
export type Splitting = components['schemas']['Splitting'];
export type Suggestion = components['schemas']['Suggestion'];
export type TaskItem = components['schemas']['TaskItem'];
export type TaskList = components['schemas']['TaskList'];
export type Ticket = components['schemas']['Ticket'];
export type Topic = components['schemas']['Topic'];
export type TopicList = components['schemas']['TopicList'];
export type TopicName = components['schemas']['TopicName'];
export type Transition = components['schemas']['Transition'];
export type Transitions = components['schemas']['Transitions'];
export type UploadedFile = components['schemas']['UploadedFile'];
export type UploadedPicture = components['schemas']['UploadedPicture'];
export type VersionItem = components['schemas']['VersionItem'];
export type VersionList = components['schemas']['VersionList'];
export type VoiceItem = components['schemas']['VoiceItem'];
export type WebhookEventItem = components['schemas']['WebhookEventItem'];
export type WebhookEventList = components['schemas']['WebhookEventList'];
export type WebhookItem = components['schemas']['WebhookItem'];
export type WebhookList = components['schemas']['WebhookList'];
export type WebhookWithSecret = components['schemas']['WebhookWithSecret'];
export type WholeDraft = components['schemas']['WholeDraft'];
export type WholeVersion = components['schemas']['WholeVersion'];
export type WrittenBlock = components['schemas']['WrittenBlock'];
export type WrittenEntry = components['schemas']['WrittenEntry'];
export type WrittenPiece = components['schemas']['WrittenPiece'];
export type ResponseNoSense = components['responses']['NoSense'];
export type ResponseNotHere = components['responses']['NotHere'];
export type ResponseNotSignedIn = components['responses']['NotSignedIn'];
export type ResponseRefused = components['responses']['Refused'];
export type ResponseTooOften = components['responses']['TooOften'];
export type ResponseUnchanged = components['responses']['Unchanged'];
export type ResponseUsedKey = components['responses']['UsedKey'];
export type ParameterIdempotencyKey = components['parameters']['IdempotencyKey'];
export type ParameterIfNoneMatch = components['parameters']['IfNoneMatch'];
export type HeaderETag = components['headers']['ETag'];
export type $defs = Record<string, never>;
export interface operations {
    get_adoptions: {
        parameters: {
            query?: {
                /** @description Official key of a county. */
                county?: string;
                /** @description Where to read on; from `next` or `previous`. */
                cursor?: string;
                /** @description Number of an entry. */
                entry?: number;
                /** @description 1 to 100, 20 unless said otherwise. */
                limit?: number;
                /** @description How many to leave out at the beginning. */
                offset?: number;
                state?: "adapted" | "adopted" | "dropped" | "tried";
            };
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdoptionList"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            429: components["responses"]["TooOften"];
        };
    };
    get_adoptions_by_adoption_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Number of the adoption. */
                adoption_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdoptionDetail"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    delete_adoptions_by_adoption_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number of the adoption. */
                adoption_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    get_challenges: {
        parameters: {
            query?: {
                /** @description Where to read on; from `next` or `previous`. */
                cursor?: string;
                /** @description 1 to 100, 20 unless said otherwise. */
                limit?: number;
                /** @description How many to leave out at the beginning. */
                offset?: number;
                state?: "answered" | "entry" | "open" | "talked_about" | "withdrawn";
                /** @description Slug of a topic. */
                topic?: string;
                /** @description Only urgent ones. */
                urgent?: "true";
            };
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeList"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            429: components["responses"]["TooOften"];
        };
    };
    post_challenges: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewChallenge"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeItem"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            422: components["responses"]["UsedKey"];
            429: components["responses"]["TooOften"];
        };
    };
    get_challenges_by_challenge_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Number of the challenge. */
                challenge_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeItem"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    get_consultations: {
        parameters: {
            query?: {
                /** @description Where to read on; from `next` or `previous`. */
                cursor?: string;
                /** @description Number of a draft. */
                draft?: number;
                /** @description 1 to 100, 20 unless said otherwise. */
                limit?: number;
                /** @description How many to leave out at the beginning. */
                offset?: number;
                state?: "ended" | "open";
            };
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultationList"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            429: components["responses"]["TooOften"];
        };
    };
    get_consultations_by_consultation_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Number of the consultation. */
                consultation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultationItem"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    get_consultations_by_consultation_id_contributions: {
        parameters: {
            query?: {
                /** @description Only what the group has answered, or has yet to answer. */
                answered?: "false" | "true";
                /** @description Where to read on; from `next` or `previous`. */
                cursor?: string;
                /** @description 1 to 100, 20 unless said otherwise. */
                limit?: number;
                /** @description How many to leave out at the beginning. */
                offset?: number;
            };
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Number of the consultation. */
                consultation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContributionList"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    post_consultations_by_consultation_id_contributions: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Number of the consultation. */
                consultation_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewContribution"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContributionItem"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The caller may not do this, or the token lacks the scope; `detail` says why. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotHere"];
            422: components["responses"]["UsedKey"];
            429: components["responses"]["TooOften"];
        };
    };
    post_consultations_by_consultation_id_end: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Number of the consultation. */
                consultation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultationItem"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The caller may not do this, or the token lacks the scope; `detail` says why. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotHere"];
            422: components["responses"]["UsedKey"];
            429: components["responses"]["TooOften"];
        };
    };
    post_consultations_by_consultation_id_nothing_to_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Number of the consultation. */
                consultation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is noted; nobody reminds the caller. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The caller may not do this, or the token lacks the scope; `detail` says why. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotHere"];
            422: components["responses"]["UsedKey"];
            429: components["responses"]["TooOften"];
        };
    };
    get_consultations_by_consultation_id_text: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Number of the consultation. */
                consultation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultationText"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    get_contributions_by_contribution_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Number of the contribution. */
                contribution_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContributionItem"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    delete_contributions_by_contribution_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number of the contribution. */
                contribution_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is taken back; nothing of it stays. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The caller may not do this, or the token lacks the scope; `detail` says why. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    patch_contributions_by_contribution_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number of the contribution. */
                contribution_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedChangedContribution"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContributionItem"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The caller may not do this, or the token lacks the scope; `detail` says why. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    get_counties: {
        parameters: {
            query?: {
                /** @description Taken from `next` or `previous` of another answer. */
                cursor?: string;
                /** @description How many items one answer holds at most. */
                limit?: number;
                /** @description How many items to leave out at the beginning. Not together with `cursor`. */
                offset?: number;
            };
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountyList"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            429: components["responses"]["TooOften"];
        };
    };
    get_discussions_by_discussion_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Number of the discussion. */
                discussion_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscussionItem"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    patch_discussions_by_discussion_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number of the discussion. */
                discussion_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedChangedDiscussion"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscussionItem"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    get_discussions_by_discussion_id_posts: {
        parameters: {
            query?: {
                /** @description Where to read on; from `next` or `previous`. */
                cursor?: string;
                /** @description 1 to 100, 20 unless said otherwise. */
                limit?: number;
                /** @description How many to leave out at the beginning. */
                offset?: number;
            };
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Number of the discussion. */
                discussion_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostList"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    post_discussions_by_discussion_id_posts: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Number of the discussion. */
                discussion_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPost"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostItem"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            422: components["responses"]["UsedKey"];
            429: components["responses"]["TooOften"];
        };
    };
    get_drafts: {
        parameters: {
            query?: {
                /** @description Where to read on; from `next` or `previous`. */
                cursor?: string;
                /** @description Slug of a working group. */
                group?: string;
                /** @description 1 to 100, 20 unless said otherwise. */
                limit?: number;
                /** @description How many to leave out at the beginning. */
                offset?: number;
                state?: "closed" | "consulting" | "decided" | "deciding" | "published" | "submitted" | "writing";
            };
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftList"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            429: components["responses"]["TooOften"];
        };
    };
    post_drafts: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDraft"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftItem"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The caller may not do this, or the token lacks the scope; `detail` says why. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["UsedKey"];
            429: components["responses"]["TooOften"];
        };
    };
    get_drafts_by_draft_id: {
        parameters: {
            query?: {
                /** @description The whole text in another form, with a stamp of state, readers and day: `html` is a complete document without styles and scripts, `docx` a Word file to save, `md` Markdown. */
                format?: "docx" | "html" | "md";
            };
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Number of the draft. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeDraft"];
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "text/html": string;
                    "text/markdown": string;
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    patch_drafts_by_draft_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number of the draft. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedChangedDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectedDraft"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    get_drafts_by_draft_id_comments: {
        parameters: {
            query?: {
                /** @description Where to read on; from `next` or `previous`. */
                cursor?: string;
                /** @description 1 to 100, 20 unless said otherwise. */
                limit?: number;
                /** @description How many to leave out at the beginning. */
                offset?: number;
                /** @description Only settled ones, or only open ones. */
                resolved?: "false" | "true";
            };
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Number of the draft. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftCommentList"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    post_drafts_by_draft_id_comments: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Number of the draft. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDraftComment"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftCommentItem"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The caller may not do this, or the token lacks the scope; `detail` says why. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotHere"];
            422: components["responses"]["UsedKey"];
            429: components["responses"]["TooOften"];
        };
    };
    get_drafts_by_draft_id_comments_by_comment_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Number of the comment or answer. */
                comment_id: number;
                /** @description Number of the draft. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftCommentItem"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    delete_drafts_by_draft_id_comments_by_comment_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number of the comment or answer. */
                comment_id: number;
                /** @description Number of the draft. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    patch_drafts_by_draft_id_comments_by_comment_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number of the comment or answer. */
                comment_id: number;
                /** @description Number of the draft. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedSettledDraftComment"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftCommentItem"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    post_drafts_by_draft_id_consultations: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Number of the draft. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewConsultation"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultationItem"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The caller may not do this, or the token lacks the scope; `detail` says why. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotHere"];
            422: components["responses"]["UsedKey"];
            429: components["responses"]["TooOften"];
        };
    };
    get_drafts_by_draft_id_decisions: {
        parameters: {
            query?: {
                /** @description Where to read on; from `next` or `previous`. */
                cursor?: string;
                /** @description 1 to 100, 20 unless said otherwise. */
                limit?: number;
                /** @description How many to leave out at the beginning. */
                offset?: number;
            };
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Number of the draft. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionList"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    post_drafts_by_draft_id_decisions: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Number of the draft. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewDecision"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionItem"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The caller may not do this, or the token lacks the scope; `detail` says why. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotHere"];
            422: components["responses"]["UsedKey"];
            429: components["responses"]["TooOften"];
        };
    };
    get_drafts_by_draft_id_decisions_by_decision_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Number of the decision. */
                decision_id: number;
                /** @description Number of the draft. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionItem"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    post_drafts_by_draft_id_decisions_by_decision_id_answers: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Number of the decision. */
                decision_id: number;
                /** @description Number of the draft. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAnswer"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoiceItem"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The caller may not do this, or the token lacks the scope; `detail` says why. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotHere"];
            422: components["responses"]["UsedKey"];
            429: components["responses"]["TooOften"];
        };
    };
    post_drafts_by_draft_id_merge: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Number of the draft. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Merging"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftItem"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The caller may not do this, or the token lacks the scope; `detail` says why. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotHere"];
            422: components["responses"]["UsedKey"];
            429: components["responses"]["TooOften"];
        };
    };
    get_drafts_by_draft_id_publications: {
        parameters: {
            query?: {
                /** @description Where to read on; from `next` or `previous`. */
                cursor?: string;
                /** @description 1 to 100, 20 unless said otherwise. */
                limit?: number;
                /** @description How many to leave out at the beginning. */
                offset?: number;
            };
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Number of the draft. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationList"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    post_drafts_by_draft_id_publications: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Number of the draft. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationItem"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The caller may not do this, or the token lacks the scope; `detail` says why. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotHere"];
            422: components["responses"]["UsedKey"];
            429: components["responses"]["TooOften"];
        };
    };
    get_drafts_by_draft_id_sections: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Number of the draft. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sections"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    post_drafts_by_draft_id_sections: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Number of the draft. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Splitting"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftItem"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The caller may not do this, or the token lacks the scope; `detail` says why. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotHere"];
            422: components["responses"]["UsedKey"];
            429: components["responses"]["TooOften"];
        };
    };
    get_drafts_by_draft_id_suggestions: {
        parameters: {
            query?: {
                /** @description Where to read on; from `next` or `previous`. */
                cursor?: string;
                /** @description 1 to 100, 20 unless said otherwise. */
                limit?: number;
                /** @description How many to leave out at the beginning. */
                offset?: number;
                state?: "accepted" | "declined" | "open" | "withdrawn";
            };
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Number of the draft. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftSuggestionList"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    post_drafts_by_draft_id_suggestions: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Number of the draft. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDraftSuggestion"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftSuggestionItem"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The caller may not do this, or the token lacks the scope; `detail` says why. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotHere"];
            422: components["responses"]["UsedKey"];
            429: components["responses"]["TooOften"];
        };
    };
    get_drafts_by_draft_id_suggestions_by_suggestion_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Number of the draft. */
                draft_id: number;
                /** @description Number of the suggestion. */
                suggestion_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftSuggestionItem"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    patch_drafts_by_draft_id_suggestions_by_suggestion_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number of the draft. */
                draft_id: number;
                /** @description Number of the suggestion. */
                suggestion_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedDecidedDraftSuggestion"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftSuggestionItem"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    post_drafts_by_draft_id_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number of the draft. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    get_drafts_by_draft_id_transitions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Number of the draft. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transitions"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    post_drafts_by_draft_id_transitions: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Number of the draft. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Transition"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftItem"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The caller may not do this, or the token lacks the scope; `detail` says why. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotHere"];
            422: components["responses"]["UsedKey"];
            429: components["responses"]["TooOften"];
        };
    };
    get_drafts_by_draft_id_versions: {
        parameters: {
            query?: {
                /** @description Where to read on; from `next` or `previous`. */
                cursor?: string;
                /** @description 1 to 100, 20 unless said otherwise. */
                limit?: number;
                /** @description How many to leave out at the beginning. */
                offset?: number;
            };
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Number of the draft. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionList"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    post_drafts_by_draft_id_versions: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Number of the draft. */
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDraftVersion"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionItem"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The caller may not do this, or the token lacks the scope; `detail` says why. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotHere"];
            422: components["responses"]["UsedKey"];
            429: components["responses"]["TooOften"];
        };
    };
    get_drafts_by_draft_id_versions_by_number: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Number of the draft. */
                draft_id: number;
                /** @description Number of the version in its draft. */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeVersion"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    get_entries: {
        parameters: {
            query?: {
                /** @description The author as entries show it. */
                author?: string;
                /** @description The official key (AGS), five digits. */
                county?: string;
                /** @description Taken from `next` or `previous` of another answer. */
                cursor?: string;
                /** @description The key in the source of an import. */
                external_key?: string;
                /** @description The fields to answer with, between commas. Unknown ones are passed over. */
                fields?: string;
                kind?: "concept" | "good_practice" | "offer" | "recommendation" | "strategy";
                /** @description How many items one answer holds at most. */
                limit?: number;
                /** @description How many items to leave out at the beginning. Not together with `cursor`. */
                offset?: number;
                /** @description `-published_at`: newest first. */
                ordering?: "-published_at" | "title";
                tag?: string;
                /** @description The topic's `slug`. */
                topic?: string;
                /** @description A date or a point in time, ISO 8601. */
                updated_since?: string;
            };
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryList"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            429: components["responses"]["TooOften"];
        };
    };
    post_entries: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEntry"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenEntry"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The caller may not do this, or the token lacks the scope; `detail` says why. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["UsedKey"];
            429: components["responses"]["TooOften"];
        };
    };
    get_entries_by_entry_id: {
        parameters: {
            query?: {
                /** @description The fields to answer with, between commas. Unknown ones are passed over. */
                fields?: string;
            };
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The entry's `id`. */
                entry_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    patch_entries_by_entry_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of `newest/` that the caller has read (or of the entry itself, as long as nothing newer is kept); `*` for whatever is there. */
                "If-Match"?: string;
            };
            path: {
                /** @description The entry's `id`. */
                entry_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedChangedEntry"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenEntry"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The caller may not do this, or the token lacks the scope; `detail` says why. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotHere"];
            /** @description Somebody has changed the entry since the caller read it. Nothing was done. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooOften"];
        };
    };
    get_entries_by_entry_id_newest: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The entry's `id`. */
                entry_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenEntry"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    post_entries_by_entry_id_previews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The entry's `id`. */
                entry_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewPreview"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The caller may not do this, or the token lacks the scope; `detail` says why. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    get_entries_by_entry_id_transitions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The entry's `id`. */
                entry_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryTransitions"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    post_entries_by_entry_id_transitions: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `ETag` of `newest/` that the caller has read (or of the entry itself, as long as nothing newer is kept); `*` for whatever is there. */
                "If-Match"?: string;
            };
            path: {
                /** @description The entry's `id`. */
                entry_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryTransition"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenEntry"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The caller may not do this, or the token lacks the scope; `detail` says why. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotHere"];
            /** @description Somebody has changed the entry since the caller read it. Nothing was done. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["UsedKey"];
            /** @description `If-Match` is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooOften"];
        };
    };
    get_events: {
        parameters: {
            query?: {
                /** @description Where to read on; from `next` or `previous`. */
                cursor?: string;
                /** @description A day such as 2026-05-31: events that end on it or later. */
                from?: string;
                /** @description Slug of a working group. */
                group?: string;
                kind?: "group" | "network" | "public" | "virtual";
                /** @description 1 to 100, 20 unless said otherwise. */
                limit?: number;
                /** @description How many to leave out at the beginning. */
                offset?: number;
                /** @description `starts_at` unless said otherwise. */
                ordering?: "-starts_at" | "starts_at";
                /** @description Slug of a topic. */
                topic?: string;
                /** @description A day such as 2026-05-31: events that begin on it or before. */
                until?: string;
            };
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The token was not made for this: it needs the scope `read:events`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooOften"];
        };
    };
    get_events_by_event_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Number of the event. */
                event_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventDetail"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The token was not made for this: it needs the scope `read:events`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    post_files: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["NewUpload"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadedFile"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            422: components["responses"]["UsedKey"];
            429: components["responses"]["TooOften"];
        };
    };
    get_files_by_media_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Its `id`. */
                media_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadedFile"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    get_following: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowedList"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The token was not made for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooOften"];
        };
    };
    post_following: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFollow"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Followed"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The token was not made for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["UsedKey"];
            429: components["responses"]["TooOften"];
        };
    };
    delete_following_by_kind_by_thing_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                thing_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The token was not made for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    get_groups: {
        parameters: {
            query?: {
                /** @description Taken from `next` or `previous` of another answer. */
                cursor?: string;
                /** @description How many items one answer holds at most. */
                limit?: number;
                /** @description How many items to leave out at the beginning. Not together with `cursor`. */
                offset?: number;
                state?: "active" | "closed" | "paused" | "proposed";
                /** @description The topic's `slug`. */
                topic?: string;
            };
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupList"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            429: components["responses"]["TooOften"];
        };
    };
    post_groups: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupProposal"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The caller may not do this, or the token lacks the scope; `detail` says why. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["UsedKey"];
            429: components["responses"]["TooOften"];
        };
    };
    get_groups_by_slug: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The group's `slug`. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    get_groups_by_slug_discussions: {
        parameters: {
            query?: {
                /** @description Where to read on; from `next` or `previous`. */
                cursor?: string;
                /** @description 1 to 100, 20 unless said otherwise. */
                limit?: number;
                /** @description How many to leave out at the beginning. */
                offset?: number;
            };
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug of the working group. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscussionList"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    post_groups_by_slug_discussions: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Slug of the working group. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDiscussion"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscussionItem"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            422: components["responses"]["UsedKey"];
            429: components["responses"]["TooOften"];
        };
    };
    get_groups_by_slug_files: {
        parameters: {
            query?: {
                /** @description Where to read on; from `next` or `previous`. */
                cursor?: string;
                /** @description 1 to 100, 20 unless said otherwise. */
                limit?: number;
                /** @description How many to leave out at the beginning. */
                offset?: number;
            };
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug of the working group. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupFileList"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    post_groups_by_slug_files: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Slug of the working group. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["NewFile"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupFileItem"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            422: components["responses"]["UsedKey"];
            429: components["responses"]["TooOften"];
        };
    };
    get_groups_by_slug_files_by_file_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Number of the file. */
                file_id: number;
                /** @description Slug of the working group. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupFileItem"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    delete_groups_by_slug_files_by_file_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number of the file. */
                file_id: number;
                /** @description Slug of the working group. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    patch_groups_by_slug_files_by_file_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number of the file. */
                file_id: number;
                /** @description Slug of the working group. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedFileWords"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupFileItem"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    post_groups_by_slug_files_by_file_id_versions: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Number of the file. */
                file_id: number;
                /** @description Slug of the working group. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["NewVersion"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupFileItem"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            422: components["responses"]["UsedKey"];
            429: components["responses"]["TooOften"];
        };
    };
    get_groups_by_slug_tasks: {
        parameters: {
            query?: {
                /** @description Where to read on; from `next` or `previous`. */
                cursor?: string;
                /** @description 1 to 100, 20 unless said otherwise. */
                limit?: number;
                /** @description How many to leave out at the beginning. */
                offset?: number;
            };
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug of the working group. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskList"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    post_groups_by_slug_tasks: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Slug of the working group. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTask"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskItem"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            422: components["responses"]["UsedKey"];
            429: components["responses"]["TooOften"];
        };
    };
    get_groups_by_slug_tasks_by_task_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug of the working group. */
                slug: string;
                /** @description Number of the task. */
                task_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskItem"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    delete_groups_by_slug_tasks_by_task_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Slug of the working group. */
                slug: string;
                /** @description Number of the task. */
                task_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    patch_groups_by_slug_tasks_by_task_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Slug of the working group. */
                slug: string;
                /** @description Number of the task. */
                task_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedChangedTask"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskItem"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    get_me: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            429: components["responses"]["TooOften"];
        };
    };
    get_notifications: {
        parameters: {
            query?: {
                /** @description Taken from `next` or `previous` of another answer. */
                cursor?: string;
                /** @description 1 to 100, 20 unless said otherwise. */
                limit?: number;
                /** @description How many to leave out at the beginning. Not together with `cursor`. */
                offset?: number;
                /** @description 1: only what has not been read. */
                unread?: "0" | "1";
            };
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationList"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The token was not made for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooOften"];
        };
    };
    post_notifications_by_notification_id_read: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                notification_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notification"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The token was not made for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotHere"];
            422: components["responses"]["UsedKey"];
            429: components["responses"]["TooOften"];
        };
    };
    post_pictures: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["NewPicture"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadedPicture"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            422: components["responses"]["UsedKey"];
            429: components["responses"]["TooOften"];
        };
    };
    get_pictures_by_media_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Its `id`. */
                media_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadedPicture"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    get_preview_by_token: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description From `entries/<id>/previews/`. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    get_search: {
        parameters: {
            query?: {
                /** @description Name of an author. */
                author?: string;
                /** @description Official key of a county. */
                county?: string;
                /** @description 1: misspelt words are not repaired. */
                exact?: "0" | "1";
                /** @description Key of an imported entry. */
                external_key?: string;
                /** @description Kind of entry. */
                kind?: string;
                /** @description 1 to 100, 20 unless said otherwise. */
                limit?: number;
                /** @description How many hits to leave out at the beginning. */
                offset?: number;
                /** @description `relevance` unless said otherwise. */
                ordering?: "-published_at" | "relevance" | "title";
                /** @description What to look for; without it everything that the filters leave. */
                q?: string;
                /** @description A tag. */
                tag?: string;
                /** @description Slug of a topic. */
                topic?: string;
                /** @description Type of thing. */
                type?: string;
                /** @description ISO 8601 date or moment. */
                updated_since?: string;
            };
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAnswer"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            429: components["responses"]["TooOften"];
        };
    };
    get_suggest: {
        parameters: {
            query?: {
                /** @description The letters typed so far. */
                q?: string;
            };
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suggestion"][];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            429: components["responses"]["TooOften"];
        };
    };
    get_topics: {
        parameters: {
            query?: {
                /** @description Taken from `next` or `previous` of another answer. */
                cursor?: string;
                /** @description How many items one answer holds at most. */
                limit?: number;
                /** @description How many items to leave out at the beginning. Not together with `cursor`. */
                offset?: number;
            };
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicList"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Refused"];
            429: components["responses"]["TooOften"];
        };
    };
    get_webhooks: {
        parameters: {
            query?: {
                /** @description Taken from `next` or `previous` of another answer. */
                cursor?: string;
                /** @description 1 to 100, 20 unless said otherwise. */
                limit?: number;
                /** @description How many to leave out at the beginning. Not together with `cursor`. */
                offset?: number;
            };
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The token was not made for webhooks, or this cannot be done now. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooOften"];
        };
    };
    post_webhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The token was not made for webhooks, or this cannot be done now. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooOften"];
        };
    };
    get_webhooks_by_webhook_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                webhook_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookItem"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The token was not made for webhooks, or this cannot be done now. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    delete_webhooks_by_webhook_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The token was not made for webhooks, or this cannot be done now. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    patch_webhooks_by_webhook_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedWebhookChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookItem"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The token was not made for webhooks, or this cannot be done now. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    get_webhooks_by_webhook_id_deliveries: {
        parameters: {
            query?: {
                /** @description Taken from `next` or `previous` of another answer. */
                cursor?: string;
                /** @description 1 to 100, 20 unless said otherwise. */
                limit?: number;
                /** @description How many to leave out at the beginning. Not together with `cursor`. */
                offset?: number;
                /** @description Only deliveries in this state. */
                state?: "delivered" | "failed" | "pending";
            };
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                webhook_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryList"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The token was not made for webhooks, or this cannot be done now. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    get_webhooks_by_webhook_id_deliveries_by_delivery_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                delivery_id: number;
                webhook_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryDetail"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The token was not made for webhooks, or this cannot be done now. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    post_webhooks_by_webhook_id_deliveries_by_delivery_id_redeliver: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text that is new for each thing you do: the same request under it happens once in a day. An answer that was given before says `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                delivery_id: number;
                webhook_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryItem"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The token was not made for webhooks, or this cannot be done now. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotHere"];
            422: components["responses"]["UsedKey"];
            429: components["responses"]["TooOften"];
        };
    };
    post_webhooks_by_webhook_id_secret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RenewedSecret"];
                };
            };
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The token was not made for webhooks, or this cannot be done now. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotHere"];
            429: components["responses"]["TooOften"];
        };
    };
    get_webhooks_events: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer that the caller has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEventList"];
                };
            };
            304: components["responses"]["Unchanged"];
            400: components["responses"]["NoSense"];
            401: components["responses"]["NotSignedIn"];
            /** @description The token was not made for webhooks, or this cannot be done now. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooOften"];
        };
    };
}
